package dev.mlestate.azure.serving;

import com.pulumi.azurenative.insights.AutoscaleSetting;
import com.pulumi.azurenative.machinelearningservices.EnvironmentContainer;
import com.pulumi.azurenative.machinelearningservices.EnvironmentContainerArgs;
import com.pulumi.azurenative.machinelearningservices.EnvironmentVersion;
import com.pulumi.azurenative.machinelearningservices.EnvironmentVersionArgs;
import com.pulumi.azurenative.machinelearningservices.OnlineEndpoint;
import com.pulumi.azurenative.machinelearningservices.OnlineEndpointArgs;
import com.pulumi.azurenative.machinelearningservices.enums.EndpointAuthMode;
import com.pulumi.azurenative.machinelearningservices.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.machinelearningservices.enums.OperatingSystemType;
import com.pulumi.azurenative.machinelearningservices.inputs.InferenceContainerPropertiesArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ManagedServiceIdentityArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.RouteArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.ServiceIdentity;
import dev.mlestate.azure.workspace.Workspace;
import dev.mlestate.model.Replicas;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A managed online endpoint for the network alone, whose callers sign in with Entra ID, whose
 * machines reach nothing but what their workspace names, and which scales with its requests.
 *
 * <pre>{@code
 * RealtimeEndpoint endpoint =
 *     RealtimeEndpoint.builder("vision-dev-ranker")
 *         .subscription(subscription)
 *         .providers(providers)
 *         .resourceGroup(group)
 *         .network(network)
 *         .workspace(workspace)
 *         .registry(registry)
 *         .model("ranker", 3)
 *         .machine("Standard_NC4as_T4_v3")
 *         .build();
 * }</pre>
 *
 * <p>An endpoint gets a share of the traffic for a deployment only after the deployment exists
 * (azurerm pull request 32011, read 2026-11-24), which is no declaration. So callers name it: the
 * header {@code azureml-model-deployment: main}. Another machine type replaces the deployment, the
 * old one first; another model is rolled out in place.
 */
public final class RealtimeEndpoint extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:RealtimeEndpoint";

  private static final String DEPLOYMENT = "main";
  private static final int PORT = 8080;

  private final ServiceIdentity identity;
  private final OnlineEndpoint endpoint;
  private final EnvironmentContainer environment;
  private final EnvironmentVersion environmentVersion;
  private final MlOnlineDeployment deployment;
  private final AutoscaleSetting scaling;

  private RealtimeEndpoint(Builder builder) {
    super(TYPE, builder);
    Workspace workspace = ComponentBuilder.required(builder.workspace, "workspace");
    String machine = ComponentBuilder.required(builder.machine, "machine");
    identity = identity(workspace, builder);
    endpoint = endpoint(workspace, publicAccess(builder.network()));
    environment =
        new EnvironmentContainer(
            componentName(),
            EnvironmentContainerArgs.builder()
                .resourceGroupName(resourceGroup())
                .workspaceName(workspace.name())
                .name(componentName())
                .environmentContainerProperties(
                    com.pulumi.azurenative.machinelearningservices.inputs.EnvironmentContainerArgs
                        .builder()
                        .description("What " + componentName() + " runs in")
                        .tags(tags())
                        .build())
                .build(),
            parentedDeleteFirst());
    environmentVersion = environment(workspace, builder);
    deployment =
        new MlOnlineDeployment(
            componentName(),
            new MlOnlineDeployment.Args(
                resourceGroup(),
                workspace.name(),
                endpoint.name(),
                DEPLOYMENT,
                location(),
                Math.max(1, builder.replicas.min()),
                new MlOnlineDeployment.Properties(
                    builder.modelUri(), environmentVersion.id(), machine, builder.capturePercent),
                tags()),
            builder.carrying(MlOnlineDeployment.TYPE),
            parentedDeleteFirst(identity.grants()));
    scaling =
        Scaling.create(
            componentName(),
            resourceGroup(),
            location(),
            deployment.id(),
            endpoint.id(),
            builder.replicas,
            builder.requestsPerMinute,
            tags(),
            parentedDeleteFirst());
    complete(Map.of("name", endpoint.name(), "url", url()));
  }

  /**
   * Starts an endpoint.
   *
   * @param name of the endpoint, such as vision-dev-ranker
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Where predictions are asked for, with a token of Entra ID. */
  public Output<String> url() {
    return endpoint.onlineEndpointProperties().applyValue(properties -> properties.scoringUri());
  }

  /** What the model may do: pull its image, read its model, write its traffic and metrics. */
  public ServiceIdentity identity() {
    return identity;
  }

  public OnlineEndpoint endpoint() {
    return endpoint;
  }

  public EnvironmentVersion environmentVersion() {
    return environmentVersion;
  }

  public MlOnlineDeployment deployment() {
    return deployment;
  }

  public AutoscaleSetting scaling() {
    return scaling;
  }

  private ServiceIdentity identity(Workspace workspace, Builder builder) {
    return identity("serving")
        .grant("images", BuiltInRole.ACR_PULL, builder.registry().images().id())
        .grant("models", BuiltInRole.AZUREML_REGISTRY_USER, builder.registry().modelRegistry().id())
        .grant(
            "traffic", BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, workspace.stores().storage().id())
        .grant("metrics", BuiltInRole.AZUREML_METRICS_WRITER, workspace.id());
  }

  private OnlineEndpoint endpoint(Workspace workspace, String publicAccess) {
    return new OnlineEndpoint(
        componentName(),
        OnlineEndpointArgs.builder()
            .endpointName(names().onlineEndpoint())
            .resourceGroupName(resourceGroup())
            .workspaceName(workspace.name())
            .location(location())
            .kind("Managed")
            .identity(
                ManagedServiceIdentityArgs.builder()
                    .type(ManagedServiceIdentityType.UserAssigned)
                    .userAssignedIdentities(identity.id().applyValue(List::of))
                    .build())
            .onlineEndpointProperties(
                com.pulumi.azurenative.machinelearningservices.inputs.OnlineEndpointArgs.builder()
                    .authMode(EndpointAuthMode.AADToken)
                    .publicNetworkAccess(publicAccess)
                    .description("Predictions of " + componentName())
                    .build())
            .tags(tags())
            .build(),
        parentedDeleteFirst(identity.grants()));
  }

  private EnvironmentVersion environment(Workspace workspace, Builder builder) {
    return new EnvironmentVersion(
        componentName(),
        EnvironmentVersionArgs.builder()
            .resourceGroupName(resourceGroup())
            .workspaceName(workspace.name())
            .name(environment.name())
            .version(String.valueOf(builder.modelVersion()))
            .environmentVersionProperties(
                com.pulumi.azurenative.machinelearningservices.inputs.EnvironmentVersionArgs
                    .builder()
                    .image(builder.imageUri())
                    .osType(OperatingSystemType.Linux)
                    .inferenceConfig(
                        InferenceContainerPropertiesArgs.builder()
                            .livenessRoute(route("/health/live"))
                            .readinessRoute(route("/health/ready"))
                            .scoringRoute(route("/score"))
                            .build())
                    .tags(tags())
                    .build())
            .build(),
        parentedDeleteFirst());
  }

  private static RouteArgs route(String path) {
    return RouteArgs.builder().path(path).port(PORT).build();
  }

  /** Builds a {@link RealtimeEndpoint}. */
  public static final class Builder extends EndpointBuilder<RealtimeEndpoint, Builder> {
    private @Nullable Workspace workspace;
    private @Nullable String machine;
    private Replicas replicas = new Replicas(1, 2);
    private int capturePercent;
    private double requestsPerMinute = 600;

    private Builder(String name) {
      super(name);
    }

    /** In which it runs. Required. */
    public Builder workspace(Workspace value) {
      workspace = value;
      return this;
    }

    /** Machine type, such as Standard_NC4as_T4_v3. Required. */
    public Builder machine(String value) {
      machine = value;
      return this;
    }

    /** Least and most instances; it runs at least one. Default: 1 to 2. */
    public Builder replicas(Replicas value) {
      replicas = value;
      return this;
    }

    /** How much of the traffic is recorded in the workspace's account, 0 to 100. Default: 0. */
    public Builder capturePercent(int value) {
      if (value < 0 || value > 100) {
        throw new IllegalArgumentException("a share is 0 to 100 percent, not " + value);
      }
      capturePercent = value;
      return this;
    }

    /**
     * Requests in a minute for which one instance is wanted. Default: 600, half of what an instance
     * serves that answers 20 in a second.
     */
    public Builder requestsPerMinute(double value) {
      requestsPerMinute = value;
      return this;
    }

    @Override
    public RealtimeEndpoint build() {
      return new RealtimeEndpoint(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
