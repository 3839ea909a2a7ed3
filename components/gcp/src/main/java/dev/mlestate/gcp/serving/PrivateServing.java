package dev.mlestate.gcp.serving;

import com.pulumi.core.Output;
import com.pulumi.gcp.dns.ManagedZone;
import com.pulumi.gcp.dns.ManagedZoneArgs;
import com.pulumi.gcp.dns.inputs.ManagedZonePrivateVisibilityConfigArgs;
import com.pulumi.gcp.dns.inputs.ManagedZonePrivateVisibilityConfigNetworkArgs;
import com.pulumi.gcp.networkconnectivity.ServiceConnectionPolicy;
import com.pulumi.gcp.networkconnectivity.ServiceConnectionPolicyArgs;
import com.pulumi.gcp.networkconnectivity.inputs.ServiceConnectionPolicyPscConfigArgs;
import com.pulumi.gcp.projects.IAMCustomRole;
import com.pulumi.gcp.projects.IAMCustomRoleArgs;
import dev.mlestate.gcp.component.GcpBuilder;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.network.NetworkAccess;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the realtime endpoints of an estate share: the network's consent to addresses for Vertex AI
 * by Private Service Connect, a private zone for the endpoints' names, and the role of what deploys
 * models to them.
 *
 * <p>A network has one such consent for each region, so a network that the company has brings its
 * own, and its own zone.
 */
public final class PrivateServing extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:PrivateServing";

  /**
   * The names in the certificate of an endpoint: anything under this domain (Vertex AI
   * documentation, "Use dedicated private endpoints based on Private Service Connect for online
   * inference", read 2026-11-24).
   */
  static final String DOMAIN = "prediction.p.vertexai.goog";

  private static final String SERVICE_CLASS = "gcp-vertexai";

  /** What deploying to an endpoint and naming its address takes. */
  private static final List<String> DEPLOYER_PERMISSIONS =
      List.of(
          "aiplatform.endpoints.deploy",
          "aiplatform.endpoints.get",
          "aiplatform.endpoints.undeploy",
          "aiplatform.models.get",
          "dns.changes.create",
          "dns.resourceRecordSets.create",
          "dns.resourceRecordSets.get",
          "dns.resourceRecordSets.update");

  private final NetworkAccess network;
  private final Optional<ServiceConnectionPolicy> policy;
  private final Optional<ManagedZone> zone;
  private final IAMCustomRole deployerRole;

  private PrivateServing(Builder builder) {
    super(TYPE, builder);
    network = ComponentBuilder.required(builder.network, "network");
    policy = builder.ours ? Optional.of(consent()) : Optional.empty();
    zone = builder.ours ? Optional.of(names()) : Optional.empty();
    deployerRole =
        new IAMCustomRole(
            child("deployer"),
            IAMCustomRoleArgs.builder()
                .roleId(underscored(child("deployer")))
                .title("Deploys models of " + componentName())
                .description("Deploys models to endpoints and names the endpoints' addresses")
                .permissions(DEPLOYER_PERMISSIONS)
                .stage("GA")
                .build(),
            parentedDeleteFirst());
    complete(Map.of("deployerRole", deployerRole.name()));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  NetworkAccess network() {
    return network;
  }

  /** Empty in a network that the company has. */
  public Optional<ServiceConnectionPolicy> policy() {
    return policy;
  }

  /** Empty in a network that the company has. */
  public Optional<ManagedZone> zone() {
    return zone;
  }

  public IAMCustomRole deployerRole() {
    return deployerRole;
  }

  private ServiceConnectionPolicy consent() {
    return new ServiceConnectionPolicy(
        child("vertex-ai"),
        ServiceConnectionPolicyArgs.builder()
            .name(child("vertex-ai"))
            .location(project().region())
            .serviceClass(SERVICE_CLASS)
            .network(network.id())
            .description("Addresses of the subnets for endpoints of Vertex AI")
            .pscConfig(
                ServiceConnectionPolicyPscConfigArgs.builder()
                    .subnetworks(Output.all(network.subnetIds()))
                    .build())
            .labels(labels())
            .build(),
        parentedDeleteFirst());
  }

  private ManagedZone names() {
    return new ManagedZone(
        child("predictions"),
        ManagedZoneArgs.builder()
            .name(child("predictions"))
            .dnsName(DOMAIN + ".")
            .description("Names of the endpoints of " + componentName())
            .visibility("private")
            .privateVisibilityConfig(
                ManagedZonePrivateVisibilityConfigArgs.builder()
                    .networks(
                        ManagedZonePrivateVisibilityConfigNetworkArgs.builder()
                            .networkUrl(network.id())
                            .build())
                    .build())
            // The records in it are written by what deploys.
            .forceDestroy(true)
            .labels(labels())
            .build(),
        parentedDeleteFirst());
  }

  /** Builds {@link PrivateServing}. */
  public static final class Builder extends GcpBuilder<PrivateServing, Builder> {
    private @Nullable NetworkAccess network;
    private boolean ours = true;

    private Builder(String name) {
      super(name);
    }

    /** From where endpoints are reached. Required. */
    public Builder network(NetworkAccess value) {
      network = value;
      return this;
    }

    /** Whether the network was made for the estate. Default: true. */
    public Builder ours(boolean value) {
      ours = value;
      return this;
    }

    @Override
    public PrivateServing build() {
      return new PrivateServing(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
