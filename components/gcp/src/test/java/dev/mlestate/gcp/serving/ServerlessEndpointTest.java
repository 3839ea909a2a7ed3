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

import com.pulumi.core.Output;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.Replicas;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerlessEndpointTest {
  private static final String SERVICE = "gcp:cloudrunv2/service:Service";
  private static final String IMAGE = "us-central1-docker.pkg.dev/p/r/serving:tagger-1";

  @Test
  void isReachedFromWithinAndGoesOutThroughTheNetwork() {
    RecordedStack stack = run(endpoint -> endpoint);

    Recorded service = stack.one(SERVICE);
    assertThat(service.at("ingress")).isEqualTo("INGRESS_TRAFFIC_INTERNAL_ONLY");
    assertThat(service.at("binaryAuthorization.useDefault")).isEqualTo(true);
    assertThat(service.at("deletionProtection")).isEqualTo(false);
    assertThat(service.at("template.vpcAccess"))
        .isEqualTo(
            Map.of(
                "egress",
                "ALL_TRAFFIC",
                "networkInterfaces",
                List.of(
                    Map.of(
                        "network",
                        "projects/vision-dev-4821/global/networks/vision-dev",
                        "subnetwork",
                        "projects/vision-dev-4821/regions/us-central1/subnetworks/vision-dev-a"))));
    assertThat(service.at("template.serviceAccount"))
        .isEqualTo("vision-dev-tagger-model@vision-dev-4821.iam.gserviceaccount.com");
    assertThat(service.at("template.containers[0].resources.limits"))
        .isEqualTo(Map.of("cpu", "2", "memory", "4096Mi"));
    assertThat(service.at("template.containers[0].resources.cpuIdle")).isEqualTo(true);
    assertThat(service.at("template.scaling"))
        .isEqualTo(Map.of("minInstanceCount", 1.0, "maxInstanceCount", 2.0));
    assertThat(service.at("template.maxInstanceRequestConcurrency")).isEqualTo(1.0);
    assertThat(service.provider()).contains("vision-dev-8-26-0");
    assertThat(stack.all("gcp:cloudrunv2/serviceIamMember:ServiceIamMember")).isEmpty();
    assertThat(stack.one("gcp:storage/bucketIAMMember:BucketIAMMember").at("role"))
        .isEqualTo("roles/storage.objectViewer");
  }

  @Test
  void tellsTheContainerWhereItsModelIs() {
    assertThat(run(endpoint -> endpoint).one(SERVICE).at("template.containers[0].envs"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains(
            Map.of("name", "AIP_STORAGE_URI", "value", "gs://b/models/tagger/1"),
            Map.of("name", "AIP_HTTP_PORT", "value", "8080"));
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        run(
            endpoint ->
                endpoint
                    .keys(keys())
                    .tags(TAGS)
                    .shape(new ServerlessShape(4, 16384, 1))
                    .accelerator(Optional.of(AcceleratorType.L4))
                    .replicas(new Replicas(0, 20))
                    .requestsPerReplica(4)
                    .callers(
                        Map.of("ads", Output.of("principalSet://iam.googleapis.com/x")),
                        List.of()));

    Recorded service = stack.one(SERVICE);
    assertThat(service.at("labels")).isEqualTo(LABELS);
    assertThat(service.at("template.encryptionKey")).isEqualTo(key(KeyDomain.COMPUTE));
    assertThat(service.at("template.nodeSelector.accelerator")).isEqualTo("nvidia-l4");
    assertThat(service.at("template.gpuZonalRedundancyDisabled")).isEqualTo(true);
    assertThat(service.at("template.containers[0].resources.limits"))
        .isEqualTo(Map.of("cpu", "4", "memory", "16384Mi", "nvidia.com/gpu", "1"));
    assertThat(service.at("template.containers[0].resources.cpuIdle")).isEqualTo(false);
    assertThat(service.at("template.maxInstanceRequestConcurrency")).isEqualTo(4.0);
    Recorded caller = stack.one("gcp:cloudrunv2/serviceIamMember:ServiceIamMember");
    assertThat(caller.at("role")).isEqualTo("roles/run.invoker");
    assertThat(caller.at("member")).isEqualTo("principalSet://iam.googleapis.com/x");
  }

  @Test
  void aPartOfACpuIsInThousandths() {
    assertThat(
            run(endpoint -> endpoint.shape(new ServerlessShape(0.5, 512, 0)))
                .one(SERVICE)
                .at("template.containers[0].resources.limits.cpu"))
        .isEqualTo("500m");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(
            () ->
                run(
                    endpoint ->
                        endpoint
                            .shape(new ServerlessShape(4, 16384, 1))
                            .accelerator(Optional.of(AcceleratorType.H100))))
        .hasStackTraceContaining("Cloud Run has no H100");
    assertThatThrownBy(
            () ->
                Given.run(
                    () ->
                        ServerlessEndpoint.builder("vision-dev-tagger")
                            .project(project())
                            .providers(providers())
                            .artifacts(artifacts())
                            .build()))
        .hasStackTraceContaining(".shape(…) is required");
  }

  private interface Options {
    ServerlessEndpoint.Builder on(ServerlessEndpoint.Builder endpoint);
  }

  private static RecordedStack run(Options options) {
    return Given.run(
        () ->
            options
                .on(
                    ServerlessEndpoint.builder("vision-dev-tagger")
                        .project(project())
                        .providers(providers())
                        .artifacts(artifacts())
                        .modelUri(Output.of("gs://b/models/tagger/1"))
                        .image(Output.of(IMAGE))
                        .network(network())
                        .shape(new ServerlessShape(2, 4096, 0)))
                .build());
  }
}
