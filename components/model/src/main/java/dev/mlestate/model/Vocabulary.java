package dev.mlestate.model;

import java.util.Map;
import java.util.Set;

/**
 * The words that the environment file will have but that nothing acts on yet. A file that uses one
 * is told so, instead of that the key is unknown.
 */
final class Vocabulary {
  private static final Set<String> KEYS =
      Set.of(
          "network.hybrid",
          "identity.ci",
          "dataLake.tableFormat",
          "dataLake.quality",
          "ingestion",
          "warehouse",
          "spark",
          "registry.existing",
          "dns",
          "clusters[].queues",
          "clusters[].sharedFileSystem",
          "serving[].rollout",
          "serving[].objectives",
          "serving[].capture.driftSchedule",
          "serving[].capture.biasSchedule",
          "images",
          "notebooks",
          "tracking",
          "pipelines",
          "monitoring.dashboards",
          "monitoring.gpuMetrics",
          "backup",
          "budget.stopAtPercent",
          "allow");

  private static final Map<Class<?>, Set<String>> WORDS =
      Map.of(ServingKind.class, Set.of("batch", "kubernetes"));

  private Vocabulary() {}

  static boolean isKey(String path) {
    return KEYS.contains(path.replaceAll("\\[[0-9]+]", "[]"));
  }

  static boolean isWord(Class<?> type, String word) {
    return WORDS.getOrDefault(type, Set.of()).contains(word);
  }
}
