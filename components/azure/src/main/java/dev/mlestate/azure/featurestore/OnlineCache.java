package dev.mlestate.azure.featurestore;

import com.pulumi.azurenative.cache.Redis;
import com.pulumi.azurenative.cache.RedisArgs;
import com.pulumi.azurenative.cache.enums.PublicNetworkAccess;
import com.pulumi.azurenative.cache.enums.SkuFamily;
import com.pulumi.azurenative.cache.enums.TlsVersion;
import com.pulumi.azurenative.cache.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.network.PrivateService;
import java.util.List;
import java.util.Map;

/**
 * A cache with a replica in which features are kept for serving. Azure Machine Learning takes no
 * other kind ("CLI (v2) feature store YAML schema", read 2026-11-24), and only a directory that had
 * one before April 2026 can make another, until 2028 (Azure Cache for Redis, "What's new", July
 * 2026; read in a dated copy). Its memory is encrypted with no key of the customer's.
 */
public final class OnlineCache extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:OnlineCache";

  private final Redis cache;
  private final List<Resource> reachable;

  private OnlineCache(Builder builder) {
    super(TYPE, builder);
    cache =
        new Redis(
            componentName(),
            RedisArgs.builder()
                .name(names().unique())
                .resourceGroupName(resourceGroup())
                .location(location())
                .sku(
                    SkuArgs.builder()
                        .name("Standard")
                        .family(SkuFamily.C)
                        .capacity(builder.size)
                        .build())
                .enableNonSslPort(false)
                .minimumTlsVersion(TlsVersion._1_2)
                .publicNetworkAccess(PublicNetworkAccess.valueOf(publicAccess(builder.network())))
                .tags(tags())
                .build(),
            parentedDeleteFirst());
    reachable = privateEndpoints(builder.network(), "endpoint", cache.id(), PrivateService.REDIS);
    complete(Map.of("id", cache.id()));
  }

  /**
   * Starts a cache.
   *
   * @param name with which the cache's own name begins, such as vision-dev-online
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public Redis cache() {
    return cache;
  }

  /** Resource id. */
  public Output<String> id() {
    return cache.id();
  }

  /** What must be there before the cache is reached from within the network. */
  public List<Resource> reachable() {
    return reachable;
  }

  /** Builds an {@link OnlineCache}. */
  public static final class Builder extends AzureBuilder<OnlineCache, Builder> {
    private int size = 1;

    private Builder(String name) {
      super(name);
    }

    /** Its size in the family C: 1 is 1 GB, 2 is 2.5 GB, 3 is 6 GB. Default: 1. */
    public Builder size(int value) {
      size = value;
      return this;
    }

    @Override
    public OnlineCache build() {
      return new OnlineCache(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
