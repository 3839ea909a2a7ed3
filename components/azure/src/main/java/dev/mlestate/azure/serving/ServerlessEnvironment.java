package dev.mlestate.azure.serving;

import com.pulumi.azurenative.network.PrivateRecordSet;
import com.pulumi.azurenative.network.PrivateRecordSetArgs;
import com.pulumi.azurenative.network.PrivateZone;
import com.pulumi.azurenative.network.PrivateZoneArgs;
import com.pulumi.azurenative.network.VirtualNetworkLink;
import com.pulumi.azurenative.network.VirtualNetworkLinkArgs;
import com.pulumi.azurenative.network.inputs.ARecordArgs;
import com.pulumi.azurenative.network.inputs.SubResourceArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where serverless endpoints run: a Container Apps environment in the network's subnet for it,
 * which is found by its name in the network alone.
 */
public final class ServerlessEnvironment extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:ServerlessEnvironment";

  /** Zones belong to no region. */
  private static final String GLOBAL = "global";

  private static final double RECORD_SECONDS = 300;

  private final AppEnvironment environment;
  private final PrivateZone zone;

  private ServerlessEnvironment(Builder builder) {
    super(TYPE, builder);
    Output<String> subnet =
        builder
            .network()
            .serverlessSubnetId()
            .orElseThrow(
                () -> new IllegalStateException("the network has no subnet for serverless"));
    environment =
        new AppEnvironment(
            componentName(),
            new AppEnvironment.Args(
                resourceGroup(),
                names().resource(),
                location(),
                subnet,
                profiles(builder.profiles),
                tags()),
            builder.carrying(AppEnvironment.TYPE),
            parentedDeleteFirst());
    zone =
        new PrivateZone(
            componentName(),
            PrivateZoneArgs.builder()
                .resourceGroupName(resourceGroup())
                .privateZoneName(environment.defaultDomain())
                .location(GLOBAL)
                .tags(tags())
                .build(),
            parentedDeleteFirst());
    VirtualNetworkLink link =
        new VirtualNetworkLink(
            componentName(),
            VirtualNetworkLinkArgs.builder()
                .resourceGroupName(resourceGroup())
                .privateZoneName(zone.name())
                .virtualNetworkLinkName(names().resource())
                .location(GLOBAL)
                .registrationEnabled(false)
                .virtualNetwork(SubResourceArgs.builder().id(builder.network().id()).build())
                .tags(tags())
                .build(),
            parentedDeleteFirst());
    new PrivateRecordSet(
        componentName(),
        PrivateRecordSetArgs.builder()
            .resourceGroupName(resourceGroup())
            .privateZoneName(zone.name())
            .recordType("A")
            .relativeRecordSetName("*")
            .ttl(RECORD_SECONDS)
            .aRecords(ARecordArgs.builder().ipv4Address(environment.staticIp()).build())
            .build(),
        parentedDeleteFirst(link));
    complete(Map.of("id", environment.id(), "domain", environment.defaultDomain()));
  }

  /**
   * Starts an environment.
   *
   * @param name of the environment, such as vision-dev-serverless
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public AppEnvironment environment() {
    return environment;
  }

  /** Resource id. */
  public Output<String> id() {
    return environment.id();
  }

  /** The zone in which the apps are found. */
  public PrivateZone zone() {
    return zone;
  }

  private static List<AppEnvironment.Profile> profiles(Set<WorkloadProfile> wanted) {
    List<AppEnvironment.Profile> profiles = new ArrayList<>();
    for (WorkloadProfile profile : wanted) {
      profiles.add(new AppEnvironment.Profile(profile.word()));
    }
    return profiles;
  }

  /** Builds a {@link ServerlessEnvironment}. */
  public static final class Builder extends AzureBuilder<ServerlessEnvironment, Builder> {
    private final Set<WorkloadProfile> profiles =
        new TreeSet<>(Set.of(WorkloadProfile.CONSUMPTION));

    private Builder(String name) {
      super(name);
    }

    /** What replicas can run on beside machines without accelerators. Default: nothing. */
    public Builder profiles(Set<WorkloadProfile> value) {
      profiles.addAll(value);
      return this;
    }

    @Override
    public ServerlessEnvironment build() {
      return new ServerlessEnvironment(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
