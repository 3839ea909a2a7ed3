package dev.mlestate.azure.network;

import java.util.List;

/**
 * What can be reached by a private endpoint: the part of the service and the DNS zones in which its
 * names are found (Azure Private Link documentation, "Azure Private Endpoint private DNS zone
 * values", read 2026-11-24).
 */
public enum PrivateService {
  BLOB("blob", "privatelink.blob.core.windows.net"),
  DATA_LAKE("dfs", "privatelink.dfs.core.windows.net"),
  FILES("file", "privatelink.file.core.windows.net"),
  QUEUES("queue", "privatelink.queue.core.windows.net"),
  TABLES("table", "privatelink.table.core.windows.net"),
  KEY_VAULT("vault", "privatelink.vaultcore.azure.net"),
  IMAGE_REGISTRY("registry", "privatelink.azurecr.io"),
  ML_WORKSPACE("amlworkspace", "privatelink.api.azureml.ms privatelink.notebooks.azure.net"),
  ML_REGISTRY("amlregistry", "privatelink.api.azureml.ms privatelink.notebooks.azure.net"),
  PURVIEW_ACCOUNT("account", "privatelink.purview.azure.com"),
  PURVIEW_PORTAL("portal", "privatelink.purviewstudio.azure.com"),
  REDIS("redisCache", "privatelink.redis.cache.windows.net");

  private final String groupId;
  private final String zones;

  PrivateService(String groupId, String zones) {
    this.groupId = groupId;
    this.zones = zones;
  }

  /** The part of the service that the endpoint leads to. */
  public String groupId() {
    return groupId;
  }

  /** Names of the private DNS zones. */
  public List<String> zones() {
    return List.of(zones.split(" ", -1));
  }
}
