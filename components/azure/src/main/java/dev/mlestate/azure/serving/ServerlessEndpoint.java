package dev.mlestate.azure.serving;

import com.pulumi.azurenative.app.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.app.inputs.ManagedServiceIdentityArgs;
import com.pulumi.core.Output;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.ServiceIdentity;
import dev.mlestate.model.Replicas;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container app that is paid for while it answers, with an accelerator if wanted, and whose
 * replicas go when nobody asks.
 *
 * <pre>{@code
 * ServerlessEndpoint endpoint =
 *     ServerlessEndpoint.builder("vision-dev-tagger")
 *         .subscription(subscription)
 *         .providers(providers)
 *         .resourceGroup(group)
 *         .environment(environment)
 *         .registry(registry)
 *         .model("tagger", 1)
 *         .build();
 * }</pre>
 *
 * <p>Whoever the network lets reach it may ask it: the app signs nobody in.
 */
public final class ServerlessEndpoint extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:ServerlessEndpoint";

  private static final int PORT = 8080;
  private static final int MIB_PER_GIB = 1024;

  /** Limits of Container Apps ("Set scaling rules in Azure Container Apps"; not read). */
  private static final int MOST_REPLICAS = 1000;

  private final ServiceIdentity identity;
  private final App app;
  private final Output<String> url;

  private ServerlessEndpoint(Builder builder) {
    super(TYPE, builder);
    ServerlessEnvironment environment =
        ComponentBuilder.required(builder.environment, "environment");
    identity =
        identity("serving")
            .grant("images", BuiltInRole.ACR_PULL, builder.registry().images().id())
            .grant(
                "models",
                BuiltInRole.AZUREML_REGISTRY_USER,
                builder.registry().modelRegistry().id());
    app =
        new App(
            componentName(),
            new App.Args(
                resourceGroup(),
                names().containerApp(),
                location(),
                environment.id(),
                builder.profile,
                ManagedServiceIdentityArgs.builder()
                    .type(ManagedServiceIdentityType.UserAssigned)
                    .userAssignedIdentities(identity.id().applyValue(List::of))
                    .build(),
                new App.Configuration(PORT, builder.registry().images().server(), identity.id()),
                template(builder),
                tags()),
            builder.carrying(App.TYPE),
            parentedDeleteFirst(identity.grants()));
    url =
        Output.tuple(app.name(), environment.environment().defaultDomain())
            .applyValue(both -> "https://" + both.t1 + "." + both.t2);
    complete(Map.of("name", app.name(), "url", url));
  }

  /**
   * Starts an endpoint.
   *
   * @param name of the endpoint, such as vision-dev-tagger
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Where predictions are asked for, from within the network. */
  public Output<String> url() {
    return url;
  }

  /** What the app may do: pull its image and read its model. */
  public ServiceIdentity identity() {
    return identity;
  }

  public App app() {
    return app;
  }

  private static App.Template template(Builder builder) {
    return new App.Template(
        new App.Container(
            "serving",
            builder.imageUri(),
            List.of(
                new App.Variable("MODEL_NAME", Output.of(builder.model())),
                new App.Variable(
                    "MODEL_VERSION", Output.of(String.valueOf(builder.modelVersion()))),
                new App.Variable("MODEL_URI", builder.modelUri())),
            new App.Resources(builder.vcpus, memory(builder.memoryMib))),
        new App.Scale(builder.replicas.min(), builder.replicas.max(), builder.concurrentRequests));
  }

  /** In the form of Kubernetes, such as 2Gi or 0.5Gi. */
  private static String memory(int mib) {
    double gib = (double) mib / MIB_PER_GIB;
    return gib == Math.rint(gib)
        ? String.format(Locale.ROOT, "%.0fGi", gib)
        : String.format(Locale.ROOT, "%sGi", gib);
  }

  /** Builds a {@link ServerlessEndpoint}. */
  public static final class Builder extends EndpointBuilder<ServerlessEndpoint, Builder> {
    private @Nullable ServerlessEnvironment environment;
    private WorkloadProfile profile = WorkloadProfile.CONSUMPTION;
    private double vcpus = 1;
    private int memoryMib = 2048;
    private Replicas replicas = new Replicas(0, 10);
    private int concurrentRequests = 1;

    private Builder(String name) {
      super(name);
    }

    /** In which it runs. Required. */
    public Builder environment(ServerlessEnvironment value) {
      environment = value;
      return this;
    }

    /** What replicas run on; the environment must have it. Default: no accelerator. */
    public Builder profile(WorkloadProfile value) {
      profile = value;
      return this;
    }

    /** vCPUs and MiB of one replica, as planned. Default: 1 and 2048. */
    public Builder shape(ServerlessShape value) {
      vcpus = value.vcpus();
      memoryMib = value.memoryMib();
      return this;
    }

    /** Fewest and most replicas, 1000 at the most. Default: 0 to 10. */
    public Builder replicas(Replicas value) {
      if (value.max() < 1 || value.max() > MOST_REPLICAS || value.min() > value.max()) {
        throw new IllegalArgumentException(
            "a container app has 1 to 1000 replicas at the most and no more at the least, not "
                + value.min()
                + " to "
                + value.max());
      }
      replicas = value;
      return this;
    }

    /** Requests at the same time for which one replica is wanted. Default: 1. */
    public Builder concurrentRequests(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("a replica answers at least one request at a time");
      }
      concurrentRequests = value;
      return this;
    }

    @Override
    public ServerlessEndpoint build() {
      return new ServerlessEndpoint(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
