package dev.mlestate.kubernetes;

import com.pulumi.core.Output;
import dev.mlestate.pulumi.JsonDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kubeconfig whose user signs in by a command of the cloud's, so that it holds no credential of
 * its own (Kubernetes documentation, "Authenticating: client-go credential plugins"; general
 * knowledge, not read).
 */
public final class ExecKubeconfig {
  private static final String CREDENTIALS = "client.authentication.k8s.io/v1beta1";

  private ExecKubeconfig() {}

  /**
   * A secret: it names the private endpoint and its certificate.
   *
   * @param name of the cluster, the context and the user
   * @param server the URL of the API
   * @param certificate of the cluster's authority, in base 64
   * @param command what signs in: {@code command}, {@code args} and what else the plug-in takes
   */
  public static Output<String> of(
      String name, Output<String> server, Output<String> certificate, Map<String, Object> command) {
    Map<String, Object> exec = new HashMap<>(command);
    exec.put("apiVersion", CREDENTIALS);
    Map<String, Object> cluster =
        Map.of("server", server, "certificate-authority-data", certificate);
    Map<String, Object> context = Map.of("cluster", name, "user", name);
    return JsonDocument.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                name,
                "clusters",
                List.of(Map.of("name", name, "cluster", cluster)),
                "contexts",
                List.of(Map.of("name", name, "context", context)),
                "users",
                List.of(Map.of("name", name, "user", Map.of("exec", exec)))))
        .asSecret();
  }
}
