package dev.mlestate.azure.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Replicas;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerlessEndpointTest {
  private static final String ENVIRONMENT = "azure-native:app/v20250101:ManagedEnvironment";
  private static final String APP = "azure-native:app/v20250101:ContainerApp";
  private static final String RECORD = "azure-native:network:PrivateRecordSet";

  @Test
  void theEnvironmentIsInTheNetworkAloneAndFoundThere() {
    RecordedStack stack = endpoint(builder -> builder);
    Recorded environment = stack.one(ENVIRONMENT);

    assertThat(environment.at("vnetConfiguration"))
        .isEqualTo(Map.of("infrastructureSubnetId", Given.SERVERLESS_SUBNET, "internal", true));
    assertThat(environment.at("appLogsConfiguration"))
        .isEqualTo(Map.of("destination", "azure-monitor"));
    assertThat(environment.at("peerTrafficConfiguration.encryption.enabled")).isEqualTo(true);
    assertThat(environment.at("workloadProfiles"))
        .isEqualTo(List.of(Map.of("name", "Consumption", "workloadProfileType", "Consumption")));
    assertThat(stack.one(RECORD).at("relativeRecordSetName")).isEqualTo("*");
    assertThat(stack.one(RECORD).at("aRecords[0].ipv4Address")).isEqualTo("10.42.65.10");
  }

  @Test
  void theAppPullsItsImageByItsIdentity() {
    RecordedStack stack = endpoint(builder -> builder);
    Recorded app = stack.one(APP);

    assertThat(app.at("configuration.registries[0].identity"))
        .isEqualTo(stack.one("azure-native:managedidentity:UserAssignedIdentity").id());
    assertThat((String) app.at("template.containers[0].image"))
        .endsWith("/vision-dev/serving:ranker-3");
    assertThat(app.at("configuration.ingress.allowInsecure")).isEqualTo(false);
    assertThat(app.at("tags")).isEqualTo(Given.TAGS);
  }

  @Test
  void hasTheSizeThatWasPlanned() {
    assertThat(
            endpoint(builder -> builder.shape(new ServerlessShape(0.25, 512, 0)))
                .one(APP)
                .at("template.containers[0].resources"))
        .isEqualTo(Map.of("cpu", 0.25, "memory", "0.5Gi"));
    assertThat(
            endpoint(builder -> builder.shape(new ServerlessShape(3, 6144, 0)))
                .one(APP)
                .at("template.containers[0].resources.memory"))
        .isEqualTo("6Gi");
  }

  @Test
  void scalesWithTheRequestsFromNothing() {
    Recorded app =
        endpoint(builder -> builder.replicas(new Replicas(0, 20)).concurrentRequests(4)).one(APP);

    assertThat(app.at("template.scale.minReplicas")).isEqualTo(0.0);
    assertThat(app.at("template.scale.maxReplicas")).isEqualTo(20.0);
    assertThat(app.at("template.scale.rules[0].http.metadata"))
        .isEqualTo(Map.of("concurrentRequests", "4"));
  }

  @Test
  void anAcceleratorIsAProfileOfTheEnvironment() {
    RecordedStack stack =
        RecordedStack.of(
            new AcceptingAzure(),
            () ->
                endpoint(
                    Set.of(WorkloadProfile.A100),
                    builder -> builder.profile(WorkloadProfile.A100)));

    assertThat(stack.one(ENVIRONMENT).at("workloadProfiles[1].workloadProfileType"))
        .isEqualTo("Consumption-GPU-NC24-A100");
    assertThat(stack.one(APP).at("workloadProfileName")).isEqualTo("Consumption-GPU-NC24-A100");
  }

  @ParameterizedTest
  @CsvSource({"T4, T4", "A100, A100"})
  void profilesAreThoseOfTheAccelerators(AcceleratorType accelerator, WorkloadProfile profile) {
    assertThat(WorkloadProfile.of(Optional.of(accelerator))).isEqualTo(profile);
    assertThat(WorkloadProfile.of(Optional.empty())).isEqualTo(WorkloadProfile.CONSUMPTION);
  }

  @Test
  void otherAcceleratorsAreRefused() {
    assertThatThrownBy(() -> WorkloadProfile.of(Optional.of(AcceleratorType.H100)))
        .hasMessageContaining("not H100");
  }

  @Test
  void boundsThatContainerAppsDoNotHaveAreRefused() {
    assertThatThrownBy(() -> ServerlessEndpoint.builder("x").replicas(new Replicas(0, 1001)))
        .hasMessageContaining("0 to 1001");
    assertThatThrownBy(() -> ServerlessEndpoint.builder("x").replicas(new Replicas(3, 2)))
        .hasMessageContaining("3 to 2");
    assertThatThrownBy(() -> ServerlessEndpoint.builder("x").concurrentRequests(0))
        .hasMessageContaining("at least one request");
  }

  @Test
  void isFoundUnderTheEnvironmentsDomain() {
    RecordedStack stack =
        RecordedStack.of(
            new AcceptingAzure(),
            context -> new TreeMap<>(Map.of("url", endpoint(Set.of(), builder -> builder).url())));

    assertThat(stack.outputs().get("url"))
        .isEqualTo("https://vision-dev-ranker.calm-1234.eastus.azurecontainerapps.io");
  }

  private static RecordedStack endpoint(UnaryOperator<ServerlessEndpoint.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> {
          var unused = endpoint(Set.of(), options);
        });
  }

  private static ServerlessEndpoint endpoint(
      Set<WorkloadProfile> profiles, UnaryOperator<ServerlessEndpoint.Builder> options) {
    Given given = new Given();
    ServerlessEnvironment environment =
        given.to(ServerlessEnvironment.builder("vision-dev-serverless")).profiles(profiles).build();
    return options
        .apply(
            given
                .to(ServerlessEndpoint.builder("vision-dev-ranker"))
                .environment(environment)
                .registry(given.registry())
                .model("ranker", 3))
        .build();
  }
}
