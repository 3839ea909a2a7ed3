package dev.mlestate.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.pulumi.EstateRealizer;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One estate for all, because each takes a program to run. */
@TestInstance(Lifecycle.PER_CLASS)
class GcpEstateTest {
  private static final String IAM_MEMBER = "gcp:projects/iAMMember:IAMMember";

  private final RecordedStack stack =
      RecordedStack.of(
          new AcceptingGcp(),
          context ->
              new GcpEstate()
                  .realize(
                      Plans.estate(
                          Plans.dev(),
                          Plans.system(),
                          Plans.h100(CapacityOption.SPOT, CapacityOption.ON_DEMAND),
                          Plans.l4(CapacityOption.SPOT),
                          Plans.tpuHost())));

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(EstateRealizer.class).stream().map(ServiceLoader.Provider::get))
        .anyMatch(realizer -> realizer.cloud() == Cloud.GCP);
  }

  @Test
  void actsInOneProjectAndRegion() {
    assertThat(stack.all("pulumi:providers:gcp"))
        .isNotEmpty()
        .allSatisfy(
            provider -> {
              assertThat(provider.at("project")).isEqualTo("vision-dev-4821");
              assertThat(provider.at("region")).isEqualTo("us-central1");
            });
    assertThat(stack.resources())
        .filteredOn(each -> each.type().startsWith("gcp:"))
        .allMatch(each -> each.provider().contains("pulumi:providers:gcp::vision-dev"));
  }

  @Test
  void servicesStayEnabledWhenTheEstateGoes() {
    assertThat(stack.all("gcp:projects/service:Service"))
        // Scanning is paid for by the image, so the registry turns it off again.
        .filteredOn(service -> !service.at("service").equals("containerscanning.googleapis.com"))
        .isNotEmpty()
        .allSatisfy(service -> assertThat(service.at("disableOnDestroy")).isEqualTo(false));
  }

  @Test
  void nobodyHasABasicRole() {
    assertThat(stack.all(IAM_MEMBER))
        .isNotEmpty()
        .extracting(member -> member.at("role"))
        .doesNotContain("roles/owner", "roles/editor", "roles/viewer");
  }

  @Test
  void everythingThatTakesLabelsHasThem() {
    Map<String, String> labels =
        Map.of(
            "owner", "ml-platform_example_com",
            "team", "shared",
            "cost-center", "ml-1234",
            "environment", "dev",
            "data-classification", "internal",
            "estate", "vision");

    assertThat(stack.one("gcp:container/cluster:Cluster").at("resourceLabels")).isEqualTo(labels);
    assertThat(stack.all("gcp:kms/cryptoKey:CryptoKey"))
        .hasSize(4)
        .allMatch(key -> key.at("labels").equals(labels));
    assertThat(stack.one("gcp:container/nodePool:NodePool", "vision-dev-train-l4-spot"))
        .satisfies(
            pool ->
                assertThat(pool.at("nodeConfig.resourceLabels"))
                    .asString()
                    .contains("team=research", "cost-center=ml-2001"));
  }

  @Test
  void exportsWhatEveryCloudDoes() {
    assertThat(stack.outputs())
        .containsEntry("networkId", "projects/vision-dev-4821/global/networks/vision-dev")
        .containsEntry(
            "privateSubnetIds",
            List.of(
                "projects/vision-dev-4821/regions/us-central1/subnetworks/vision-dev-private-us-central1"))
        .containsEntry("clusterEndpoints", Map.of("train", "https://10.42.0.2"))
        .containsEntry("clusterNames", Map.of("train", "vision-dev-train"));
    assertThat(stack.outputs().get("keyIds"))
        .isEqualTo(
            Map.of(
                "data", "cryptoKey/vision-dev-data",
                "compute", "cryptoKey/vision-dev-compute",
                "logs", "cryptoKey/vision-dev-logs",
                "secrets", "cryptoKey/vision-dev-secrets"));
  }

  @Test
  void podsFindTheirPoolAndTheirSlice() {
    assertThat(stack.outputs().get("nodeSelectors"))
        .isEqualTo(
            Map.of(
                "train/system", Map.of("mlestate.dev/pool", "system"),
                "train/h100", Map.of("mlestate.dev/pool", "h100"),
                "train/l4", Map.of("mlestate.dev/pool", "l4"),
                "train/tpu",
                    Map.of(
                        "mlestate.dev/pool", "tpu",
                        "cloud.google.com/gke-tpu-topology", "2x2",
                        "cloud.google.com/gke-tpu-accelerator", "tpu-v5-lite-podslice")));
  }

  @Test
  void theClusterIsReachedWithTheCallersOwnIdentity() throws Exception {
    JsonNode kubeconfig =
        new ObjectMapper()
            .readTree((String) stack.one("pulumi:providers:kubernetes").at("kubeconfig"));

    assertThat(kubeconfig.at("/clusters/0/cluster/server").asText()).isEqualTo("https://10.42.0.2");
    assertThat(kubeconfig.at("/users/0/user/exec/command").asText())
        .isEqualTo("gke-gcloud-auth-plugin");
    assertThat(kubeconfig.toString()).doesNotContain("token");
  }

  @Test
  void poolsOfAFabricHaveItsNetworksAndItsPlugin() {
    assertThat(stack.names("kubernetes:networking.gke.io/v1:Network"))
        .containsExactly(
            "vision-dev-train-fabric-1",
            "vision-dev-train-fabric-2",
            "vision-dev-train-fabric-3",
            "vision-dev-train-fabric-4");
    assertThat(
            stack
                .one(
                    "kubernetes:networking.gke.io/v1:GKENetworkParamSet",
                    "vision-dev-train-fabric-2-parameters")
                .at("spec"))
        .isEqualTo(
            Map.of(
                "vpc", "vision-dev-fabric-2",
                "vpcSubnet", "vision-dev-fabric-2",
                "deviceMode", "NetDevice"));
    assertThat(stack.names("kubernetes:apps/v1:DaemonSet"))
        .containsExactly("vision-dev-train-nccl-tcpx-installer");
  }

  @Test
  void theLimitOfATpuPoolCountsChips() {
    assertThat(
            stack.one("kubernetes:core/v1:ResourceQuota", "vision-dev-train-tpu").at("spec.hard"))
        .isEqualTo(Map.of("requests.google.com/tpu", "4"));
    assertThat(
            stack
                .one(
                    "kubernetes:core/v1:ResourceQuota",
                    "vision-dev-train-default-no-pool-no-accelerator")
                .at("spec.hard"))
        .asString()
        .contains("requests.google.com/tpu=0");
  }
}
