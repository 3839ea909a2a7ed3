package dev.mlestate.aws.cluster;

import com.pulumi.aws.eks.Cluster;
import com.pulumi.core.Output;
import dev.mlestate.kubernetes.ExecKubeconfig;
import java.util.List;
import java.util.Map;

/** How the Kubernetes provider reaches a cluster: with the caller's own AWS identity. */
final class Kubeconfig {
  private Kubeconfig() {}

  /** A secret: it names the private endpoint and its certificate. */
  static Output<String> of(Cluster cluster, String clusterName, String region) {
    Output<String> certificate =
        cluster.certificateAuthority().applyValue(authority -> authority.data().orElse(""));
    return ExecKubeconfig.of(
        clusterName, cluster.endpoint(), certificate, command(clusterName, region));
  }

  private static Map<String, Object> command(String clusterName, String region) {
    return Map.of(
        "command",
        "aws",
        "args",
        List.of("eks", "get-token", "--cluster-name", clusterName, "--region", region));
  }
}
