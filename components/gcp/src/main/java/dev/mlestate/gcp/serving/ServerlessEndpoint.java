package dev.mlestate.gcp.serving;

import com.pulumi.core.Output;
import com.pulumi.gcp.cloudrunv2.ServiceIamMember;
import com.pulumi.gcp.cloudrunv2.ServiceIamMemberArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateContainerArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateContainerEnvArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateContainerResourcesArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateContainerStartupProbeArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateContainerStartupProbeHttpGetArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateScalingArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateVpcAccessArgs;
import com.pulumi.gcp.cloudrunv2.inputs.ServiceTemplateVpcAccessNetworkInterfaceArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.component.GcpComponent;
import dev.mlestate.gcp.identity.WorkAccount;
import dev.mlestate.gcp.network.NetworkAccess;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint on Cloud Run that scales to nothing, is reached from within the project's networks
 * alone, by whom was named alone, and goes out through the estate's network.
 *
 * <pre>{@code
 * ServerlessEndpoint endpoint =
 *     ServerlessEndpoint.builder("vision-dev-tagger")
 *         .project(project)
 *         .providers(providers)
 *         .artifacts(registry.artifacts())
 *         .modelUri(registry.artifactsUri("tagger", 1))
 *         .image(image)
 *         .network(network)
 *         .shape(shape)
 *         .build();
 * }</pre>
 *
 * <p>The image is one that Vertex AI takes as a custom container: it listens at port 8080, answers
 * /health and /predict, and finds its model where AIP_STORAGE_URI says (Vertex AI documentation,
 * "Custom container requirements"; general knowledge, not read). Cloud Run gives the addresses of a
 * deleted service back to the subnet only after an hour or two, in which the subnet cannot go.
 */
public final class ServerlessEndpoint extends GcpComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:gcp:ServerlessEndpoint";

  /** Cloud Run documentation, "Quotas and limits": services; general knowledge, not read. */
  private static final int LONGEST_NAME = 49;

  private static final int PORT = 8080;
  private static final int PROBE_SECONDS = 10;

  /** Cloud Run gives a container 240 seconds to start; general knowledge, not read. */
  private static final int PROBES = 24;

  private static final String HEALTH = "/health";
  private static final String PREDICT = "/predict";

  private final WorkAccount account;
  private final PredictionService service;

  private ServerlessEndpoint(Builder builder) {
    super(TYPE, builder);
    account =
        new WorkAccount(
            child("model"),
            "Serves models at " + componentName(),
            project(),
            parentedDeleteFirst());
    Resource reads =
        builder
            .artifacts()
            .grant(
                child("artifacts"),
                "roles/storage.objectViewer",
                account.member(),
                parentedAfter(account.account()));
    service =
        new PredictionService(
            componentName(),
            new PredictionService.Args(
                Names.limited(LONGEST_NAME, componentName()),
                project().region(),
                labels(),
                template(builder)),
            builder.carrying(ServingTypes.SERVICE),
            parentedEncryptedDeleteFirst(KeyDomain.COMPUTE, reads));
    builder.callers.forEach(
        (caller, member) ->
            new ServiceIamMember(
                child("caller-" + caller),
                ServiceIamMemberArgs.builder()
                    .location(project().region())
                    .name(service.name())
                    .role("roles/run.invoker")
                    .member(member)
                    .build(),
                parentedAfter(builder.callersAfter)));
    complete(Map.of("name", service.name(), "url", url()));
  }

  /**
   * Starts an endpoint.
   *
   * @param name of the endpoint, such as vision-dev-tagger
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Where predictions are asked for, with an identity token of a caller. */
  public Output<String> url() {
    return service.uri().applyValue(uri -> uri + PREDICT);
  }

  /** In whose name the model's containers run. */
  public WorkAccount account() {
    return account;
  }

  public PredictionService service() {
    return service;
  }

  private PredictionService.Template template(Builder builder) {
    ServerlessShape shape = ComponentBuilder.required(builder.shape, "shape");
    Optional<String> accelerator =
        shape.accelerators() > 0
            ? builder.accelerator.map(ServerlessEndpoint::word)
            : Optional.empty();
    return new PredictionService.Template(
        labels(),
        container(shape, builder),
        account.email(),
        ServiceTemplateScalingArgs.builder()
            .minInstanceCount(builder.replicas().min())
            .maxInstanceCount(builder.replicas().max())
            .build(),
        builder.requestsPerReplica,
        egress(ComponentBuilder.required(builder.network, "network")),
        key(KeyDomain.COMPUTE),
        accelerator);
  }

  private static ServiceTemplateContainerArgs container(ServerlessShape shape, Builder builder) {
    Map<String, String> limits = new TreeMap<>();
    limits.put("cpu", cpu(shape.vcpus()));
    limits.put("memory", shape.memoryMib() + "Mi");
    if (shape.accelerators() > 0) {
      limits.put("nvidia.com/gpu", String.valueOf(shape.accelerators()));
    }
    return ServiceTemplateContainerArgs.builder()
        .image(ComponentBuilder.required(builder.image, "image"))
        .envs(
            environment("AIP_HEALTH_ROUTE", Output.of(HEALTH)),
            environment("AIP_HTTP_PORT", Output.of(String.valueOf(PORT))),
            environment("AIP_PREDICT_ROUTE", Output.of(PREDICT)),
            environment("AIP_STORAGE_URI", ComponentBuilder.required(builder.modelUri, "modelUri")))
        .resources(
            ServiceTemplateContainerResourcesArgs.builder()
                .limits(limits)
                // A GPU is paid for while the instance lives, so its CPUs may as well work.
                .cpuIdle(shape.accelerators() == 0)
                .startupCpuBoost(true)
                .build())
        .startupProbe(
            ServiceTemplateContainerStartupProbeArgs.builder()
                .httpGet(
                    ServiceTemplateContainerStartupProbeHttpGetArgs.builder()
                        .path(HEALTH)
                        .port(PORT)
                        .build())
                .periodSeconds(PROBE_SECONDS)
                .timeoutSeconds(PROBE_SECONDS / 2)
                .failureThreshold(PROBES)
                .build())
        .build();
  }

  private static ServiceTemplateContainerEnvArgs environment(String name, Output<String> value) {
    return ServiceTemplateContainerEnvArgs.builder().name(name).value(value).build();
  }

  private static ServiceTemplateVpcAccessArgs egress(NetworkAccess network) {
    return ServiceTemplateVpcAccessArgs.builder()
        .egress("ALL_TRAFFIC")
        .networkInterfaces(
            ServiceTemplateVpcAccessNetworkInterfaceArgs.builder()
                .network(network.id())
                .subnetwork(network.subnetIds().get(0))
                .build())
        .build();
  }

  /** Such as 4, or 500m. */
  private static String cpu(double vcpus) {
    return vcpus == Math.rint(vcpus) ? String.valueOf((int) vcpus) : Math.round(vcpus * 1000) + "m";
  }

  /**
   * Cloud Run documentation, "GPU support for services"; general knowledge, not read.
   *
   * @throws IllegalArgumentException if Cloud Run has no such GPU
   */
  private static String word(AcceleratorType type) {
    return switch (type) {
      case L4 -> "nvidia-l4";
      case H100, H200, A100, L40S, A10G, T4, TRAINIUM, INFERENTIA ->
          throw new IllegalArgumentException("Cloud Run has no " + type.word());
    };
  }

  /** Builds a {@link ServerlessEndpoint}. */
  public static final class Builder extends EndpointBuilder<ServerlessEndpoint, Builder> {
    private @Nullable Output<String> image;
    private @Nullable Output<String> modelUri;
    private @Nullable NetworkAccess network;
    private @Nullable ServerlessShape shape;
    private Optional<AcceleratorType> accelerator = Optional.empty();
    private int requestsPerReplica = 1;
    private Map<String, Output<String>> callers = Map.of();
    private List<Resource> callersAfter = List.of();

    private Builder(String name) {
      super(name);
    }

    /** The model's container, such as us-central1-docker.pkg.dev/p/r/serving:tagger-1. Required. */
    public Builder image(Output<String> value) {
      image = value;
      return this;
    }

    /** The folder of the model's artifacts. Required. */
    public Builder modelUri(Output<String> value) {
      modelUri = value;
      return this;
    }

    /** Through which replicas go out. Required. */
    public Builder network(NetworkAccess value) {
      network = value;
      return this;
    }

    /** CPUs, memory and accelerators of each replica. Required. */
    public Builder shape(ServerlessShape value) {
      shape = value;
      return this;
    }

    /** Which accelerator the shape counts. Default: none. */
    public Builder accelerator(Optional<AcceleratorType> value) {
      accelerator = value;
      return this;
    }

    /** Requests that a replica answers at the same time. Default: 1. */
    public Builder requestsPerReplica(int value) {
      requestsPerReplica = value;
      return this;
    }

    /**
     * Who may ask for predictions.
     *
     * @param members IAM members by a word for each, for names
     * @param needed what must be there before these members are
     */
    public Builder callers(Map<String, Output<String>> members, List<Resource> needed) {
      callers = new TreeMap<>(members);
      callersAfter = List.copyOf(needed);
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
