package dev.mlestate.gcp;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.encryption.EncryptionKeys;
import dev.mlestate.gcp.network.NetworkAccess;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.registry.Registry;
import dev.mlestate.gcp.serving.EndpointBuilder;
import dev.mlestate.gcp.serving.PrivateServing;
import dev.mlestate.gcp.serving.RealtimeEndpoint;
import dev.mlestate.gcp.serving.ServerlessEndpoint;
import dev.mlestate.kubernetes.TeamNamespaces;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.model.ServingKind;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.ServingPlan;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The endpoints of an estate, each on its team's bill. */
final class ServingEndpoints {
  private static final String SERVING_IMAGE = "serving";

  private final Environment environment;
  private final GcpProject project;
  private final Providers providers;
  private final EncryptionKeys keys;
  private final Registry registry;
  private final NetworkAccess network;
  private final List<Resource> clusters;

  /**
   * Endpoints of an environment.
   *
   * @param clusters from which serverless endpoints are called; none: they are not
   */
  ServingEndpoints(
      Environment environment,
      GcpProject project,
      Providers providers,
      EncryptionKeys keys,
      Registry registry,
      NetworkAccess network,
      List<Resource> clusters) {
    this.environment = environment;
    this.project = project;
    this.providers = providers;
    this.keys = keys;
    this.registry = registry;
    this.network = network;
    this.clusters = List.copyOf(clusters);
  }

  /** Where predictions are asked for, by the endpoint's name in the environment file. */
  Map<String, Output<String>> create(List<ServingPlan> plans, ComponentResourceOptions options) {
    Map<String, Output<String>> urls = new TreeMap<>();
    List<ServingPlan> realtime =
        plans.stream().filter(plan -> plan.serving().kind() == ServingKind.REALTIME).toList();
    if (!realtime.isEmpty()) {
      PrivateServing shared = shared(options);
      for (ServingPlan plan : realtime) {
        urls.put(plan.serving().name(), realtime(plan, shared, options));
      }
    }
    for (ServingPlan plan : plans) {
      if (plan.serving().kind() == ServingKind.SERVERLESS) {
        urls.put(plan.serving().name(), serverless(plan, options));
      }
    }
    return urls;
  }

  private PrivateServing shared(ComponentResourceOptions options) {
    return PrivateServing.builder(Names.of(environment).prefix())
        .options(options)
        .tags(Tags.of(environment).shared())
        .project(project)
        .network(network)
        .ours(environment.network().existing().isEmpty())
        .build();
  }

  private Output<String> realtime(
      ServingPlan plan, PrivateServing shared, ComponentResourceOptions options) {
    Serving serving = plan.serving();
    MachineShape machine =
        plan.machine()
            .orElseThrow(
                () -> new IllegalStateException(serving.name() + " was planned no machine"));
    return common(RealtimeEndpoint.builder(name(serving)), serving, options)
        .shared(shared)
        .modelVersion(registry.modelVersion(serving.model(), serving.modelVersion()))
        .machine(machine)
        .capturePercent(serving.capture().percent())
        .disposable(environment.environment() == Stage.DEV)
        .build()
        .url();
  }

  private Output<String> serverless(ServingPlan plan, ComponentResourceOptions options) {
    Serving serving = plan.serving();
    return common(ServerlessEndpoint.builder(name(serving)), serving, options)
        .image(image(serving))
        .modelUri(registry.artifactsUri(serving.model(), serving.modelVersion()))
        .network(network)
        .shape(
            plan.serverless()
                .orElseThrow(
                    () -> new IllegalStateException(serving.name() + " was planned no size")))
        .accelerator(serving.accelerator().map(ServingAccelerator::type))
        .callers(callers(serving), clusters)
        .build()
        .url();
  }

  private <T, B extends EndpointBuilder<T, B>> B common(
      B builder, Serving serving, ComponentResourceOptions options) {
    return builder
        .options(options)
        .tags(Tags.of(environment).of(serving.team()))
        .project(project)
        .providers(providers)
        .keys(keys)
        .artifacts(registry.artifacts())
        .replicas(serving.replicas());
  }

  /** Cloud Run runs images alone, so a version of a model is one: tagged with both. */
  private Output<String> image(Serving serving) {
    Map<String, Output<String>> repositories = registry.imageUris();
    List<String> names = List.copyOf(repositories.keySet());
    Output<String> named = repositories.get(SERVING_IMAGE);
    if (named == null) {
      if (names.isEmpty()) {
        throw new ProblemException(
            ErrorKind.CONFIGURATION,
            List.of(
                Problem.of(
                    "registry.images",
                    "Cloud Run serves " + serving.name() + " from an image, and there is none",
                    "add " + SERVING_IMAGE)));
      }
      return tagged(registry.imageUris().values().iterator().next(), serving);
    }
    return tagged(named, serving);
  }

  private static Output<String> tagged(Output<String> repository, Serving serving) {
    return repository.applyValue(uri -> uri + ":" + serving.model() + "-" + serving.modelVersion());
  }

  /**
   * Whatever runs in the team's namespace, in any cluster of the project (GKE documentation, "About
   * Workload Identity Federation for GKE: principal identifiers"; general knowledge, not read).
   */
  private Map<String, Output<String>> callers(Serving serving) {
    if (clusters.isEmpty()) {
      return Map.of();
    }
    String namespace = serving.team().orElse(TeamNamespaces.SHARED);
    return Map.of(
        namespace,
        project
            .number()
            .applyValue(
                number ->
                    "principalSet://iam.googleapis.com/projects/"
                        + number
                        + "/locations/global/workloadIdentityPools/"
                        + project.id()
                        + ".svc.id.goog/namespace/"
                        + namespace));
  }

  private String name(Serving serving) {
    return Names.of(environment).name(serving.name());
  }
}
