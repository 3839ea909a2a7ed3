package dev.mlestate.azure.testing;

import dev.mlestate.testkit.recorded.AcceptingCloud;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A subscription of Azure that accepts everything. */
public final class AcceptingAzure implements AcceptingCloud {
  public static final String SUBSCRIPTION = "33334444-0000-4000-8000-000000000001";
  public static final String TENANT = "72f988bf-0000-4000-8000-000000000001";
  public static final String CALLER = "0b7e0000-0000-4000-8000-000000000001";
  private static final String KUBECONFIG =
      "clusters:\n- cluster:\n    certificate-authority-data: Q0VSVElGSUNBVEU=\n";

  @Override
  public String id(String type, String name, Map<String, Object> inputs) {
    return "/subscriptions/" + SUBSCRIPTION + "/" + kind(type) + "/" + name;
  }

  /** What a managed identity of a name is in the directory. */
  public static String principal(String identity) {
    return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public Map<String, Object> computed(String type, String name, Map<String, Object> inputs) {
    Map<String, Object> computed = new TreeMap<>();
    computed.put("name", name);
    switch (kind(type)) {
      case "resourceGroup" -> computed.put("name", inputs.getOrDefault("resourceGroupName", name));
      case "userAssignedIdentity" -> {
        computed.put("principalId", principal(name));
        computed.put("clientId", "client of " + name);
      }
      case "key" -> {
        computed.put("keyUri", "https://kv.vault.azure.net/keys/" + inputs.get("keyName"));
        computed.put(
            "keyUriWithVersion",
            "https://kv.vault.azure.net/keys/" + inputs.get("keyName") + "/0123456789abcdef");
      }
      case "managedCluster" -> computed.put("privateFQDN", name + ".privatelink.eastus.azmk8s.io");
      case "workspace" -> computed.put("customerId", "customer of " + name);
      case "registry" -> computed.put("loginServer", inputs.get("registryName") + ".azurecr.io");
      case "storageAccount" -> {
        computed.put("name", inputs.getOrDefault("accountName", name));
        computed.put("creationTime", "2026-11-24T01:02:03Z");
      }
      case "managedEnvironment" -> {
        computed.put("defaultDomain", "calm-1234.eastus.azurecontainerapps.io");
        computed.put("staticIp", "10.42.65.10");
      }
      case "containerApp" -> computed.put("name", inputs.getOrDefault("containerAppName", name));
      case "onlineEndpoint" -> computed.put("name", inputs.getOrDefault("endpointName", name));
      default -> {}
    }
    return computed;
  }

  /** Identities are given as a list of ids, and come back each with what it is in the directory. */
  @Override
  public Map<String, Object> told(String type, Map<String, Object> inputs) {
    Map<String, Object> told = new TreeMap<>(inputs);
    // Purview says what its own identity is in the directory.
    if (type.endsWith(":Account") && inputs.get("identity") instanceof Map<?, ?> own) {
      told.put("identity", with(own, "principalId", principal("catalog")));
    }
    if (inputs.get("onlineEndpointProperties") instanceof Map<?, ?> given) {
      told.put("onlineEndpointProperties", with(given, "scoringUri", scoringUri(inputs)));
    }
    if (inputs.get("identity") instanceof Map<?, ?> identity
        && identity.get("userAssignedIdentities") instanceof List<?> ids) {
      Map<String, Object> each = new TreeMap<>();
      ids.forEach(id -> each.put((String) id, Map.of("clientId", "", "principalId", "")));
      Map<String, Object> whole = new TreeMap<>();
      identity.forEach((key, value) -> whole.put((String) key, value));
      whole.put("userAssignedIdentities", each);
      told.put("identity", whole);
    }
    return told;
  }

  @Override
  public Map<String, Object> answer(String token, Map<String, Object> arguments) {
    return switch (token) {
      case "azure-native:authorization:getClientConfig" ->
          Map.of(
              "clientId", "client",
              "objectId", CALLER,
              "subscriptionId", SUBSCRIPTION,
              "tenantId", TENANT);
      case "azure-native:containerservice:listManagedClusterUserCredentials" ->
          Map.of(
              "kubeconfigs",
              List.of(
                  Map.of(
                      "name",
                      "clusterUser",
                      "value",
                      Base64.getEncoder()
                          .encodeToString(KUBECONFIG.getBytes(StandardCharsets.UTF_8)))));
      case "azure-native:managedidentity:getUserAssignedIdentity" ->
          Map.of(
              "id",
              "/existing/" + arguments.get("resourceName"),
              "name",
              String.valueOf(arguments.get("resourceName")),
              "location",
              "eastus",
              "type",
              "Microsoft.ManagedIdentity/userAssignedIdentities",
              "tenantId",
              TENANT,
              "clientId",
              "existing",
              "principalId",
              principal(String.valueOf(arguments.get("resourceName"))));
      default -> throw new IllegalArgumentException("no answer to " + token);
    };
  }

  private static String scoringUri(Map<String, Object> inputs) {
    return "https://" + inputs.get("endpointName") + ".eastus.inference.ml.azure.com/score";
  }

  private static Map<String, Object> with(Map<?, ?> members, String added, Object value) {
    Map<String, Object> all = new TreeMap<>();
    members.forEach((key, member) -> all.put((String) key, member));
    all.put(added, value);
    return all;
  }

  private static String kind(String type) {
    String kind = type.substring(type.lastIndexOf(':') + 1);
    return kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1);
  }
}
