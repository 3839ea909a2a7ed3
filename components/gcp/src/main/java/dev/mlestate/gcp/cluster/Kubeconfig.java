package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.container.outputs.ClusterMasterAuth;
import dev.mlestate.kubernetes.ExecKubeconfig;
import java.util.Map;

/** How the Kubernetes provider reaches a cluster: with the caller's own Google identity. */
final class Kubeconfig {
  private Kubeconfig() {}

  /** A secret: it names the private endpoint and its certificate. */
  static Output<String> of(Cluster cluster, String name) {
    Output<String> certificate =
        cluster
            .masterAuth()
            .applyValue(ClusterMasterAuth::clusterCaCertificate)
            .applyValue(text -> text.orElse(""));
    return ExecKubeconfig.of(name, url(cluster), certificate, plugin());
  }

  /** The API's URL; the cluster itself names the address alone. */
  static Output<String> url(Cluster cluster) {
    return cluster.endpoint().applyValue(address -> "https://" + address);
  }

  /** GKE documentation, "Install kubectl and configure cluster access" (not read). */
  private static Map<String, Object> plugin() {
    return Map.of("command", "gke-gcloud-auth-plugin", "provideClusterInfo", true);
  }
}
