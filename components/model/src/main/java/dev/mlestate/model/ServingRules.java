package dev.mlestate.model;

import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import java.util.List;
import java.util.Set;

/** The rules of endpoints, the registry and the feature store. */
final class ServingRules {
  /**
   * What SageMaker's serverless inference has: 1 to 6 GiB, 200 concurrent requests and no data
   * capture (API reference, ProductionVariantServerlessConfig, read 2026-11-23; what it lacks is
   * general knowledge, not read).
   */
  private static final int MOST_CONCURRENT = 200;

  private static final int MOST_SERVERLESS_GIB = 6;

  /**
   * SageMaker adds these itself (CloudFormation template reference, AWS::SageMaker::FeatureGroup
   * FeatureDefinition, read 2026-11-23).
   */
  private static final Set<String> RESERVED_FEATURES =
      Set.of("is_deleted", "write_time", "api_invocation_time");

  private final Environment environment;
  private final Reported reported;

  ServingRules(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
  }

  void check() {
    List<Serving> servings = environment.serving();
    EnvironmentRules.unique(reported, "serving", servings, Serving::name);
    List<String> models = environment.registry().models();
    for (int i = 0; i < servings.size(); i++) {
      String path = "serving[" + i + "]";
      Serving serving = servings.get(i);
      EnvironmentRules.team(reported, environment, path + ".team", serving.team());
      if (!models.contains(serving.model())) {
        String named = reported.written(path + ".model") ? path + ".model" : path + ".name";
        reported.rule(
            named,
            "there is no model " + serving.model() + " in registry.models",
            models.isEmpty() ? "list it there" : Nearest.remedy(serving.model(), models),
            path + ".model",
            "registry");
      }
      poolOfThatName(path, serving);
      ClusterRules.bounds(
          reported, path + ".replicas", serving.replicas().min(), serving.replicas().max());
      switch (serving.kind()) {
        case REALTIME -> realtime(path, serving);
        case SERVERLESS -> serverless(path, serving);
      }
    }
    environment.featureStore().ifPresent(this::featureStore);
  }

  /** Usage is by name, so that a name must mean one thing. */
  private void poolOfThatName(String path, Serving serving) {
    List<Cluster> clusters = environment.clusters();
    for (int c = 0; c < clusters.size(); c++) {
      List<NodePool> pools = clusters.get(c).nodePools();
      for (int p = 0; p < pools.size(); p++) {
        if (pools.get(p).name().equals(serving.name())) {
          String pool = "clusters[" + c + "].nodePools[" + p + "].name";
          reported.rule(
              path + ".name",
              "a node pool has the name "
                  + serving.name()
                  + " ("
                  + reported.places().of(pool)
                  + ")",
              "choose another",
              pool);
        }
      }
    }
  }

  private void realtime(String path, Serving serving) {
    if (serving.replicas().min() < 1) {
      reported.rule(
          path + ".replicas.min",
          "a realtime endpoint cannot scale to zero",
          "use 1, or kind: serverless",
          path + ".kind");
    }
  }

  private void serverless(String path, Serving serving) {
    String kind = path + ".kind";
    if (serving.capture().percent() > 0) {
      reported.rule(
          path + ".capture.percent",
          "a serverless endpoint cannot record its traffic",
          "remove it, or use kind: realtime",
          kind);
    }
    if (environment.cloud() == Cloud.AWS) {
      sageMaker(path, serving, kind);
    }
  }

  private void sageMaker(String path, Serving serving, String kind) {
    if (reported.written(path + ".cpu.vcpus")) {
      reported.rule(
          path + ".cpu.vcpus",
          "it has no effect on a serverless endpoint, which gets CPUs by its memory",
          "remove it",
          kind);
    }
    double memory = serving.cpu().memoryGib();
    if (memory < 1 || memory > MOST_SERVERLESS_GIB || memory != Math.rint(memory)) {
      reported.rule(
          path + ".cpu.memoryGib",
          "a serverless endpoint cannot have " + Scalars.shortest(memory) + " GiB",
          "use 1, 2, 3, 4, 5 or 6",
          kind);
    }
    if (serving.replicas().max() > MOST_CONCURRENT) {
      reported.rule(
          path + ".replicas.max",
          serving.replicas().max()
              + " is above the most concurrent requests of a serverless endpoint",
          "use at most " + MOST_CONCURRENT,
          kind);
    }
  }

  private void featureStore(FeatureStore store) {
    EnvironmentRules.unique(reported, "featureStore.groups", store.groups(), FeatureGroup::name);
    if (!environment.dataLake().zones().contains("features")) {
      reported.rule(
          "dataLake.zones",
          "the feature store has no zone to keep features in",
          "add features",
          "featureStore");
    }
    for (int i = 0; i < store.groups().size(); i++) {
      String path = "featureStore.groups[" + i + "]";
      FeatureGroup group = store.groups().get(i);
      if (group.entityId().equals(group.eventTime())) {
        reported.rule(
            path + ".eventTime",
            "it is the same feature as entityId",
            "name the feature that holds the time",
            path + ".entityId");
      }
      for (String name : group.features().keySet()) {
        String feature = KeyPath.child(path + ".features", name);
        if (name.equals(group.entityId()) || name.equals(group.eventTime())) {
          reported.rule(
              feature, name + " is already entityId or eventTime", "remove it from features");
        }
        if (environment.cloud() == Cloud.AWS && RESERVED_FEATURES.contains(name)) {
          reported.rule(feature, "SageMaker adds " + name + " itself", "choose another name");
        }
        if (!Format.FEATURE.matches(name) || name.length() > 64) {
          reported.rule(
              feature, "\"" + name + "\" is not " + Format.FEATURE.noun(), Format.FEATURE.remedy());
        }
      }
    }
  }
}
