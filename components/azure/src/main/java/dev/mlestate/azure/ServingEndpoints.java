package dev.mlestate.azure;

import com.pulumi.core.Output;
import dev.mlestate.azure.audit.Watched;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.registry.Registry;
import dev.mlestate.azure.serving.EndpointBuilder;
import dev.mlestate.azure.serving.RealtimeEndpoint;
import dev.mlestate.azure.serving.ServerlessEndpoint;
import dev.mlestate.azure.serving.ServerlessEnvironment;
import dev.mlestate.azure.serving.WorkloadProfile;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.workspace.OutboundRuleArgs;
import dev.mlestate.azure.workspace.Workspace;
import dev.mlestate.azure.workspace.WorkspaceStores;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.model.ServingKind;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.planning.ServingPlan;
import dev.mlestate.pulumi.Names;
import dev.mlestate.pulumi.Tags;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The endpoints of an estate, each on its team's bill. */
final class ServingEndpoints {
  private static final String IMAGE = "serving";

  private final Environment environment;
  private final Foundation foundation;
  private final Registry registry;
  private final Optional<WorkspaceStores> stores;
  private final List<Watched> watched = new ArrayList<>();

  ServingEndpoints(
      Environment environment,
      Foundation foundation,
      Registry registry,
      Optional<WorkspaceStores> stores) {
    this.environment = environment;
    this.foundation = foundation;
    this.registry = registry;
    this.stores = stores;
  }

  /** Where predictions are asked for, by the endpoint's name in the environment file. */
  Map<String, Output<String>> create(List<ServingPlan> plans) {
    Optional<Workspace> workspace =
        of(plans, ServingKind.REALTIME).isEmpty() ? Optional.empty() : Optional.of(workspace());
    List<ServingPlan> serverless = of(plans, ServingKind.SERVERLESS);
    Optional<ServerlessEnvironment> apps =
        serverless.isEmpty() ? Optional.empty() : Optional.of(apps(serverless));
    Map<String, Output<String>> urls = new TreeMap<>();
    for (ServingPlan plan : plans) {
      urls.put(
          plan.serving().name(),
          switch (plan.serving().kind()) {
            case REALTIME -> realtime(plan, workspace.orElseThrow());
            case SERVERLESS -> serverless(plan, apps.orElseThrow());
          });
    }
    return urls;
  }

  /** What of it can be watched. */
  List<Watched> watched() {
    return List.copyOf(watched);
  }

  private static List<ServingPlan> of(List<ServingPlan> plans, ServingKind kind) {
    return plans.stream().filter(plan -> plan.serving().kind() == kind).toList();
  }

  private Workspace workspace() {
    Workspace workspace =
        foundation
            .prepare(
                Workspace.builder(name("serving")),
                Concern.MACHINE_LEARNING,
                Tags.of(environment).shared())
            .stores(stores.orElseThrow())
            .outboundRules(
                Map.of(
                    "models",
                    new OutboundRuleArgs(
                        registry.modelRegistry().id(), PrivateService.ML_REGISTRY, false)))
            .build();
    watched.add(new Watched("serving", workspace.id()));
    return workspace;
  }

  private ServerlessEnvironment apps(List<ServingPlan> plans) {
    Set<WorkloadProfile> profiles = EnumSet.noneOf(WorkloadProfile.class);
    plans.forEach(plan -> profiles.add(profile(plan)));
    ServerlessEnvironment apps =
        foundation
            .prepare(
                ServerlessEnvironment.builder(name("serverless")),
                Concern.MACHINE_LEARNING,
                Tags.of(environment).shared())
            .profiles(profiles)
            .build();
    watched.add(new Watched("serverless", apps.id()));
    return apps;
  }

  private static WorkloadProfile profile(ServingPlan plan) {
    return WorkloadProfile.of(plan.serving().accelerator().map(ServingAccelerator::type));
  }

  private Output<String> realtime(ServingPlan plan, Workspace workspace) {
    Serving serving = plan.serving();
    String machine =
        plan.machine()
            .map(MachineShape::name)
            .orElseThrow(
                () -> new IllegalStateException(serving.name() + " was planned no machine"));
    return common(RealtimeEndpoint.builder(name(serving.name())), serving)
        .workspace(workspace)
        .machine(machine)
        .replicas(serving.replicas())
        .capturePercent(serving.capture().percent())
        .build()
        .url();
  }

  private Output<String> serverless(ServingPlan plan, ServerlessEnvironment apps) {
    Serving serving = plan.serving();
    ServerlessShape shape =
        plan.serverless()
            .orElseThrow(() -> new IllegalStateException(serving.name() + " was planned no size"));
    return common(ServerlessEndpoint.builder(name(serving.name())), serving)
        .environment(apps)
        .profile(profile(plan))
        .shape(shape)
        .replicas(serving.replicas())
        .build()
        .url();
  }

  private <T, B extends EndpointBuilder<T, B>> B common(B builder, Serving serving) {
    List<String> images = environment.registry().images();
    // A registry with other images serves with the last.
    String image =
        images.contains(IMAGE) || images.isEmpty() ? IMAGE : images.get(images.size() - 1);
    return foundation
        .prepare(builder, Concern.MACHINE_LEARNING, Tags.of(environment).of(serving.team()))
        .registry(registry)
        .model(serving.model(), serving.modelVersion())
        .image(image);
  }

  private String name(String part) {
    return Names.of(environment).name(part);
  }
}
