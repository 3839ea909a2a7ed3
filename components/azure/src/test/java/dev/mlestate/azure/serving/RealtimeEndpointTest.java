package dev.mlestate.azure.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.azure.workspace.Workspace;
import dev.mlestate.model.Replicas;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealtimeEndpointTest {
  private static final String ML = "azure-native:machinelearningservices";
  private static final String ENDPOINT = ML + ":OnlineEndpoint";
  private static final String DEPLOYMENT = ML + "/v20241001:OnlineDeployment";
  private static final String ENVIRONMENT = ML + ":EnvironmentVersion";
  private static final String SCALING = "azure-native:insights:AutoscaleSetting";

  @Test
  void callersSignInWithEntra() {
    Recorded endpoint = endpoint(builder -> builder).one(ENDPOINT);

    assertThat(endpoint.at("onlineEndpointProperties.authMode")).isEqualTo("AADToken");
    assertThat(endpoint.at("identity.type")).isEqualTo("UserAssigned");
    assertThat(endpoint.at("tags")).isEqualTo(Given.TAGS);
  }

  @Test
  void theModelRunsOnThePlannedMachineWithoutAWayOut() {
    Recorded deployment = endpoint(builder -> builder).one(DEPLOYMENT);

    assertThat(deployment.at("onlineDeploymentProperties.instanceType"))
        .isEqualTo("Standard_NC4as_T4_v3");
    assertThat(deployment.at("onlineDeploymentProperties.egressPublicNetworkAccess"))
        .isEqualTo("Disabled");
    assertThat((String) deployment.at("onlineDeploymentProperties.model"))
        .startsWith("azureml://registries/")
        .endsWith("ranker/versions/3");
    assertThat(deployment.provider()).contains("vision-dev-2-90-0");
  }

  @Test
  void theImageIsThatOfTheModelsVersion() {
    Recorded environment = endpoint(builder -> builder).one(ENVIRONMENT);

    assertThat((String) environment.at("environmentVersionProperties.image"))
        .endsWith("/vision-dev/serving:ranker-3");
    assertThat(environment.at("version")).isEqualTo("3");
  }

  @Test
  void trafficIsRecordedInTheShareThatIsWanted() {
    Recorded deployment = endpoint(builder -> builder.capturePercent(20)).one(DEPLOYMENT);

    assertThat(deployment.at("onlineDeploymentProperties.dataCollector.collections"))
        .isEqualTo(
            Map.of(
                "model_inputs", Map.of("dataCollectionMode", "Enabled", "samplingRate", 0.2),
                "model_outputs", Map.of("dataCollectionMode", "Enabled", "samplingRate", 0.2)));
    assertThat(
            endpoint(builder -> builder)
                .one(DEPLOYMENT)
                .at("onlineDeploymentProperties")
                .toString())
        .doesNotContain("dataCollector");
  }

  @Test
  void scalesWithTheRequestsBetweenItsBounds() {
    RecordedStack stack =
        endpoint(builder -> builder.replicas(new Replicas(2, 10)).requestsPerMinute(1000));
    Recorded scaling = stack.one(SCALING);

    assertThat(stack.one(DEPLOYMENT).at("sku.capacity")).isEqualTo(2.0);
    assertThat(scaling.at("targetResourceUri")).isEqualTo(stack.one(DEPLOYMENT).id());
    assertThat(scaling.at("profiles[0].capacity"))
        .isEqualTo(Map.of("default", "2", "maximum", "10", "minimum", "2"));
    assertThat(scaling.at("profiles[0].rules[0].metricTrigger.threshold")).isEqualTo(1000.0);
    assertThat(scaling.at("profiles[0].rules[1].metricTrigger.threshold")).isEqualTo(500.0);
    assertThat(scaling.at("profiles[0].rules[1].scaleAction.direction")).isEqualTo("Decrease");
  }

  @Test
  void runsAtLeastOnce() {
    RecordedStack stack = endpoint(builder -> builder.replicas(new Replicas(0, 1)));

    assertThat(stack.one(DEPLOYMENT).at("sku.capacity")).isEqualTo(1.0);
    assertThat(stack.one(SCALING).at("profiles[0].capacity.minimum")).isEqualTo("1");
  }

  @Test
  void isAskedWhereAzureSays() {
    RecordedStack stack =
        RecordedStack.of(
            new AcceptingAzure(),
            context -> new TreeMap<>(Map.of("url", given(new Given(), builder -> builder).url())));

    assertThat(stack.outputs().get("url"))
        .isEqualTo("https://vision-dev-ranker.eastus.inference.ml.azure.com/score");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aShareIsNoMoreThanAll(int percent) {
    assertThatThrownBy(() -> RealtimeEndpoint.builder("x").capturePercent(percent))
        .hasMessageContaining("not " + percent);
  }

  @Test
  void anImageThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> endpoint(builder -> builder.image("other")))
        .hasStackTraceContaining("no image other");
  }

  private static RecordedStack endpoint(UnaryOperator<RealtimeEndpoint.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> {
          var unused = given(new Given(), options);
        });
  }

  private static RealtimeEndpoint given(
      Given given, UnaryOperator<RealtimeEndpoint.Builder> options) {
    Workspace workspace =
        given.to(Workspace.builder("vision-dev-serving")).stores(given.stores()).build();
    return options
        .apply(
            given
                .to(RealtimeEndpoint.builder("vision-dev-ranker"))
                .workspace(workspace)
                .registry(given.registry())
                .model("ranker", 3)
                .machine("Standard_NC4as_T4_v3"))
        .build();
  }
}
