package dev.mlestate.gcp.serving;

import static dev.mlestate.gcp.testing.Given.LABELS;
import static dev.mlestate.gcp.testing.Given.TAGS;
import static dev.mlestate.gcp.testing.Given.artifacts;
import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.network;
import static dev.mlestate.gcp.testing.Given.project;
import static dev.mlestate.gcp.testing.Given.providers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.Replicas;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealtimeEndpointTest {
  private static final String ENDPOINT = "gcp:vertex/aiEndpoint:AiEndpoint";
  private static final String WORKFLOW = "gcp:workflows/workflow:Workflow";
  private static final String NAME = "vision-dev-ranker";
  private static final String MODEL =
      "projects/vision-dev-4821/locations/us-central1/models/vision-dev-ranker@3";

  @Test
  void isReachedFromTheNetworkAlone() {
    RecordedStack stack = run(endpoint -> endpoint, true);

    Recorded endpoint = stack.one(ENDPOINT);
    assertThat(String.valueOf(endpoint.at("name"))).matches("[1-9]\\d{9}");
    assertThat(endpoint.at("displayName")).isEqualTo(NAME);
    assertThat(endpoint.at("location")).isEqualTo("us-central1");
    assertThat(endpoint.at("privateServiceConnectConfig"))
        .isEqualTo(
            Map.of(
                "enablePrivateServiceConnect",
                true,
                "projectAllowlists",
                List.of("vision-dev-4821"),
                "pscAutomationConfigs",
                List.of(
                    Map.of(
                        "projectId",
                        "vision-dev-4821",
                        "network",
                        "projects/vision-dev-4821/global/networks/vision-dev"))));
    assertThat(endpoint.has("predictRequestResponseLoggingConfig")).isFalse();
    assertThat(endpoint.provider()).contains("vision-dev-9-7-0");
    assertThat(stack.one("gcp:networkconnectivity/serviceConnectionPolicy:ServiceConnectionPolicy"))
        .satisfies(
            policy -> {
              assertThat(policy.at("serviceClass")).isEqualTo("gcp-vertexai");
              assertThat(policy.at("pscConfig.subnetworks"))
                  .isEqualTo(
                      List.of(
                          "projects/vision-dev-4821/regions/us-central1/subnetworks/vision-dev-a"));
            });
    assertThat(stack.one("gcp:dns/managedZone:ManagedZone").at("visibility")).isEqualTo("private");
  }

  @Test
  void theWorkflowDeploysWhatWasPlanned() {
    JsonNode deployed = deployedModel(run(endpoint -> endpoint, true));

    assertThat(deployed.get("model").asText()).isEqualTo(MODEL);
    assertThat(deployed.at("/dedicatedResources/machineSpec/machineType").asText())
        .isEqualTo("g2-standard-4");
    assertThat(deployed.at("/dedicatedResources/machineSpec/acceleratorType").asText())
        .isEqualTo("NVIDIA_L4");
    assertThat(deployed.at("/dedicatedResources/machineSpec/acceleratorCount").asInt())
        .isEqualTo(1);
    assertThat(deployed.at("/dedicatedResources/minReplicaCount").asInt()).isEqualTo(1);
    assertThat(deployed.at("/dedicatedResources/maxReplicaCount").asInt()).isEqualTo(2);
    assertThat(deployed.get("serviceAccount").asText())
        .isEqualTo("vision-dev-ranker-model@vision-dev-4821.iam.gserviceaccount.com");
  }

  @Test
  void everythingThatChangesTheDeploymentChangesItsName() {
    String before = deploymentName(endpoint -> endpoint);

    assertThat(deploymentName(endpoint -> endpoint)).isEqualTo(before);
    assertThat(deploymentName(endpoint -> endpoint.modelVersion(MODEL + "0"))).isNotEqualTo(before);
    assertThat(deploymentName(endpoint -> endpoint.machine(machine("n2-standard-4"))))
        .isNotEqualTo(before);
    assertThat(deploymentName(endpoint -> endpoint.replicas(new Replicas(1, 3))))
        .isNotEqualTo(before);
    assertThat(deploymentName(endpoint -> endpoint.targetPercent(70))).isNotEqualTo(before);
    assertThat(deploymentName(endpoint -> endpoint.capturePercent(10))).isEqualTo(before);
  }

  @Test
  void theWorkflowKeepsWhatIsDeployedAlreadyAndSaysSoOfTheRest() {
    RecordedStack stack = run(endpoint -> endpoint, true);
    String name = deployedModel(stack).get("displayName").asText();
    String source = String.valueOf(stack.one(WORKFLOW).at("sourceContents"));

    assertThat(source)
        .contains("${not undeploy and model.displayName == \\\"" + name + "\\\"}")
        .contains("${not found and not undeploy}")
        .contains("endpoints.undeployModel")
        .contains("/managedZones/vision-dev-predictions/rrsets")
        .contains("vision-dev-ranker.prediction.p.vertexai.goog.");
    assertThat(stack.one("gcp:cloudscheduler/job:Job").at("httpTarget.oauthToken"))
        .isEqualTo(
            Map.of(
                "serviceAccountEmail",
                "vision-dev-ranker-deploy@vision-dev-4821.iam.gserviceaccount.com",
                "scope",
                "https://www.googleapis.com/auth/cloud-platform"));
    // {"argument":"{}"}
    assertThat(stack.one("gcp:cloudscheduler/job:Job").at("httpTarget.body"))
        .isEqualTo("eyJhcmd1bWVudCI6Int9In0=");
  }

  @Test
  void whoDeploysMayDoNothingElse() {
    RecordedStack stack = run(endpoint -> endpoint, true);

    assertThat(stack.all("gcp:projects/iAMMember:IAMMember"))
        .filteredOn(grant -> String.valueOf(grant.at("member")).contains("ranker-deploy"))
        .extracting(grant -> grant.at("role"))
        .containsExactlyInAnyOrder("vision-dev-deployer", "roles/workflows.invoker");
    assertThat((List<?>) stack.one("gcp:projects/iAMCustomRole:IAMCustomRole").at("permissions"))
        .allMatch(permission -> !permission.toString().endsWith("delete"))
        .hasSize(8);
    assertThat(stack.one("gcp:serviceaccount/iAMMember:IAMMember").at("role"))
        .isEqualTo("roles/iam.serviceAccountUser");
    assertThat(stack.one("gcp:storage/bucketIAMMember:BucketIAMMember").at("role"))
        .isEqualTo("roles/storage.objectViewer");
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        run(
            endpoint ->
                endpoint
                    .keys(keys())
                    .tags(TAGS)
                    .machine(machine("n2-standard-4"))
                    .replicas(new Replicas(2, 10))
                    .capturePercent(20)
                    .disposable(true),
            false);

    Recorded endpoint = stack.one(ENDPOINT);
    assertThat(endpoint.at("encryptionSpec.kmsKeyName")).isEqualTo(key(KeyDomain.COMPUTE));
    assertThat(endpoint.at("labels")).isEqualTo(LABELS);
    assertThat(endpoint.at("predictRequestResponseLoggingConfig"))
        .isEqualTo(
            Map.of(
                "enabled",
                true,
                "samplingRate",
                0.2,
                "bigqueryDestination",
                Map.of("outputUri", "bq://vision-dev-4821.vision_dev_ranker_capture")));
    Recorded capture = stack.one("gcp:bigquery/dataset:Dataset");
    assertThat(capture.at("deleteContentsOnDestroy")).isEqualTo(true);
    assertThat(capture.at("defaultEncryptionConfiguration.kmsKeyName"))
        .isEqualTo(key(KeyDomain.DATA));
    JsonNode deployed = deployedModel(stack);
    assertThat(deployed.at("/dedicatedResources/machineSpec").size()).isEqualTo(1);
    assertThat(deployed.at("/dedicatedResources/maxReplicaCount").asInt()).isEqualTo(10);
    // The network's owner consents to addresses, and names them.
    assertThat(stack.all("gcp:networkconnectivity/serviceConnectionPolicy:ServiceConnectionPolicy"))
        .isEmpty();
    assertThat(String.valueOf(stack.one(WORKFLOW).at("sourceContents"))).doesNotContain("rrsets");
  }

  @Test
  void acceleratorsHaveVertexsNames() {
    assertThat(accelerator("a3-highgpu-8g", AcceleratorType.H100, 80))
        .isEqualTo("NVIDIA_H100_80GB");
    assertThat(accelerator("a3-megagpu-8g", AcceleratorType.H100, 80))
        .isEqualTo("NVIDIA_H100_MEGA_80GB");
    assertThat(accelerator("a2-highgpu-1g", AcceleratorType.A100, 40))
        .isEqualTo("NVIDIA_TESLA_A100");
    assertThat(accelerator("a2-ultragpu-1g", AcceleratorType.A100, 80))
        .isEqualTo("NVIDIA_A100_80GB");
    assertThat(accelerator("n1-standard-4", AcceleratorType.T4, 16)).isEqualTo("NVIDIA_TESLA_T4");
    assertThatThrownBy(() -> accelerator("x", AcceleratorType.TRAINIUM, 16))
        .hasMessageContaining("no Trainium");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> RealtimeEndpoint.builder(NAME).capturePercent(101))
        .hasMessageContaining("not 101");
    assertThatThrownBy(
            () -> Given.run(() -> RealtimeEndpoint.builder(NAME).project(project()).build()))
        .hasStackTraceContaining(".shared(…) is required");
  }

  private static String accelerator(String machine, AcceleratorType type, double memoryGib) {
    return new ObjectMapper()
        .valueToTree(
            new Deployment(MODEL, machine, Optional.of(type), memoryGib, 1, new Replicas(1, 1), 60)
                .resources())
        .at("/machineSpec/acceleratorType")
        .asText();
  }

  private interface Options {
    RealtimeEndpoint.Builder on(RealtimeEndpoint.Builder endpoint);
  }

  private static String deploymentName(Options options) {
    return deployedModel(run(options, true)).get("displayName").asText();
  }

  private static JsonNode deployedModel(RecordedStack stack) {
    try {
      JsonNode source =
          new ObjectMapper().readTree((String) stack.one(WORKFLOW).at("sourceContents"));
      return source.findValue("deployedModel");
    } catch (JsonProcessingException e) {
      throw new AssertionError("the workflow is no JSON", e);
    }
  }

  private static RecordedStack run(Options options, boolean ours) {
    return RecordedStack.of(
        new AcceptingGcp(),
        context -> {
          PrivateServing shared =
              PrivateServing.builder("vision-dev")
                  .project(project())
                  .network(network())
                  .ours(ours)
                  .build();
          RealtimeEndpoint endpoint =
              options
                  .on(
                      RealtimeEndpoint.builder(NAME)
                          .project(project())
                          .providers(providers())
                          .shared(shared)
                          .artifacts(artifacts())
                          .modelVersion(MODEL)
                          .machine(machine("g2-standard-4")))
                  .build();
          return Map.of("url", endpoint.url());
        });
  }

  private static MachineShape machine(String name) {
    return Catalog.load().machines(Cloud.GCP).stream()
        .filter(machine -> machine.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
