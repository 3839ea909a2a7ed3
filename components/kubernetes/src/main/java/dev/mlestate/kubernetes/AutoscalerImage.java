package dev.mlestate.kubernetes;

import java.util.Map;

/** The autoscaler's image for a version of Kubernetes: the minor versions must be equal. */
final class AutoscalerImage {
  private static final String REPOSITORY = "registry.k8s.io/autoscaling/cluster-autoscaler:v";

  /**
   * Newest patch of each minor version (kubernetes/kops, pkg/model/components/clusterautoscaler.go,
   * read 2026-11-23; it gives no digest, so the images are pinned by version).
   */
  private static final Map<String, String> NEWEST =
      Map.of(
          "1.32", "1.32.7",
          "1.33", "1.33.5",
          "1.34", "1.34.4",
          "1.35", "1.35.1",
          "1.36", "1.36.0");

  private AutoscalerImage() {}

  static String of(String kubernetesVersion) {
    return REPOSITORY + NEWEST.getOrDefault(kubernetesVersion, kubernetesVersion + ".0");
  }
}
