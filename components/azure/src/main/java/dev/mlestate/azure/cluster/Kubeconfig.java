package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.containerservice.ContainerserviceFunctions;
import com.pulumi.azurenative.containerservice.ManagedCluster;
import com.pulumi.azurenative.containerservice.inputs.ListManagedClusterUserCredentialsArgs;
import com.pulumi.azurenative.containerservice.outputs.CredentialResultResponse;
import com.pulumi.azurenative.containerservice.outputs.ListManagedClusterUserCredentialsResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ProviderResource;
import dev.mlestate.kubernetes.ExecKubeconfig;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the Kubernetes provider reaches a cluster: with the caller's own Entra identity, by
 * kubelogin. Azure says the cluster's certificate only in the credentials of its users, which hold
 * no secret where local accounts are off; they ask for a sign-in by a person, so that the rest is
 * written anew here.
 */
final class Kubeconfig {
  /**
   * The application of AKS's API in every directory (kubelogin documentation, "Concepts: AKS", read
   * 2026-11-24).
   */
  private static final String SERVER_APPLICATION = "6dae42f8-4368-4678-94ff-3960e28e3630";

  private static final Pattern CERTIFICATE =
      Pattern.compile("certificate-authority-data[\"']?:\\s*[\"']?([A-Za-z0-9+/=]+)");

  private Kubeconfig() {}

  /** A secret: it names the private endpoint and its certificate. */
  static Output<String> of(
      ManagedCluster cluster,
      String clusterName,
      Output<String> resourceGroup,
      ProviderResource provider) {
    Output<String> certificate =
        ContainerserviceFunctions.listManagedClusterUserCredentials(
                ListManagedClusterUserCredentialsArgs.builder()
                    .resourceGroupName(resourceGroup)
                    .resourceName(cluster.name())
                    .build(),
                InvokeOptions.builder().provider(provider).build())
            .applyValue(Kubeconfig::certificate);
    return ExecKubeconfig.of(clusterName, endpoint(cluster), certificate, command());
  }

  /** The private API's URL. */
  static Output<String> endpoint(ManagedCluster cluster) {
    return cluster.privateFQDN().applyValue(name -> "https://" + name + ":443");
  }

  private static String certificate(ListManagedClusterUserCredentialsResult credentials) {
    String text =
        credentials.kubeconfigs().stream()
            .findFirst()
            .map(CredentialResultResponse::value)
            .map(value -> Base64.getDecoder().decode(value))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    return certificate(text);
  }

  /** The certificate in a kubeconfig, in base 64. */
  static String certificate(String kubeconfig) {
    Matcher matcher = CERTIFICATE.matcher(kubeconfig);
    if (!matcher.find()) {
      throw new IllegalStateException("the cluster's credentials hold no certificate");
    }
    return matcher.group(1);
  }

  private static Map<String, Object> command() {
    return Map.of(
        "command",
        "kubelogin",
        "interactiveMode",
        "Never",
        "args",
        List.of("get-token", "--login", "azurecli", "--server-id", SERVER_APPLICATION));
  }
}
