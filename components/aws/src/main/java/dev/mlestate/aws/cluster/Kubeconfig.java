package dev.mlestate.aws.cluster;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.core.Output;
import dev.mlestate.pulumi.JsonDocument;
import java.util.List;
import java.util.Map;

/** How the Kubernetes provider reaches a cluster: with the caller's own AWS identity. */
final class Kubeconfig {
  private Kubeconfig() {}

  /** A secret: it names the private endpoint and its certificate. */
  static Output<String> of(Cluster cluster, String clusterName, String region) {
    Output<String> certificate =
        cluster.certificateAuthority().applyValue(authority -> authority.data().orElse(""));
    return JsonDocument.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                clusterName,
                "contexts",
                List.of(
                    Map.of(
                        "name",
                        clusterName,
                        "context",
                        Map.of("cluster", clusterName, "user", clusterName))),
                "clusters",
                List.of(
                    Map.of(
                        "name",
                        clusterName,
                        "cluster",
                        Map.of(
                            "server",
                            cluster.endpoint(),
                            "certificate-authority-data",
                            certificate))),
                "users",
                List.of(
                    Map.of(
                        "name", clusterName, "user", Map.of("exec", exec(clusterName, region))))))
        .asSecret();
  }

  private static Map<String, Object> exec(String clusterName, String region) {
    return Map.of(
        "apiVersion",
        "client.authentication.k8s.io/v1beta1",
        "command",
        "aws",
        "args",
        List.of("eks", "get-token", "--cluster-name", clusterName, "--region", region));
  }
}
