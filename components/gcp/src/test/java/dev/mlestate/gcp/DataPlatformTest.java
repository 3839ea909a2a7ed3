package dev.mlestate.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.gcp.identity.AccessGroups;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingKind;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.ServerlessShape;
import dev.mlestate.planning.ServingPlan;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataPlatformTest {
  @Test
  void hasEveryOutputOfAnEstatesData() {
    assertThat(platform("prod-gcp").outputs())
        .containsOnlyKeys(
            "auditBucketUri",
            "bucketUris",
            "budgetName",
            "featureGroups",
            "imageRegistryUris",
            "modelRegistryUris",
            "servingEndpoints")
        .containsEntry("budgetName", "vision-prod")
        .containsEntry(
            "featureGroups", Map.of("users", "vision_prod_users", "items", "vision_prod_items"))
        .containsEntry("auditBucketUri", "gs://vision-prod-audit-trail-vision-dev-4821");
  }

  @Test
  void everyResourceHasANameOfItsOwnAndAnEstatesProvider() {
    RecordedStack stack = platform("prod-gcp");

    Set<String> seen = new HashSet<>();
    assertThat(stack.resources())
        .allSatisfy(
            each ->
                assertThat(seen.add(each.type() + "::" + each.name())).as(each.name()).isTrue());
    assertThat(stack.resources())
        .filteredOn(each -> each.type().startsWith("gcp:"))
        .hasSizeGreaterThan(80)
        .allSatisfy(
            each -> assertThat(each.provider()).contains("pulumi:providers:gcp::vision-prod"));
  }

  @Test
  void whatTakesLabelsSaysWhoPays() {
    assertThat(platform("prod-gcp").resources())
        .filteredOn(
            each ->
                each.inputs().get("labels") instanceof Map<?, ?>
                    && !each.type().contains("notificationChannel"))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            each ->
                assertThat(((Map<?, ?>) each.at("labels")).keySet().toString())
                    .contains("owner", "team", "cost-center", "environment")
                    .contains("data-classification", "estate"));
    Recorded ranker =
        platform("prod-gcp").one("gcp:vertex/aiEndpoint:AiEndpoint", "vision-prod-ranker");
    assertThat(ranker.at("labels.team")).isEqualTo("ads");
    assertThat(ranker.at("labels.cost-center")).isEqualTo("ml-2002");
  }

  @Test
  void nothingIsPublicAndNobodyOwnsTheProject() {
    assertThat(platform("prod-gcp").resources())
        .filteredOn(each -> each.has("member"))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(String.valueOf(each.at("member")))
                  .doesNotContain("allUsers", "allAuthenticatedUsers");
              assertThat(String.valueOf(each.at("role")))
                  .isNotIn("roles/owner", "roles/editor", "roles/viewer");
            });
  }

  @Test
  void onlyInDevelopmentDoDataGoWithTheirStores() {
    assertThat(platform("dev-gcp").one("gcp:storage/bucket:Bucket", "vision-dev-raw"))
        .satisfies(bucket -> assertThat(bucket.at("forceDestroy")).isEqualTo(true));
    assertThat(platform("prod-gcp").one("gcp:storage/bucket:Bucket", "vision-prod-raw"))
        .satisfies(bucket -> assertThat(bucket.at("forceDestroy")).isEqualTo(false));
  }

  @Test
  void aServerlessModelIsAnImageOfItsName() {
    assertThat(
            platform("dev-gcp")
                .one("gcp:cloudrunv2/service:Service")
                .at("template.containers[0].image"))
        .isEqualTo(
            "us-central1-docker.pkg.dev/vision-dev-4821/vision-dev-serving/serving:classifier-1");
  }

  private static RecordedStack platform(String stack) {
    Environment environment =
        EnvironmentReader.read(
                Path.of(System.getProperty("mlestate.root"), "environments", stack + ".yaml"))
            .environment();
    return RecordedStack.of(
        new AcceptingGcp(),
        context -> {
          Providers providers =
              Providers.of("vision-" + environment.environment().word(), environment);
          return new DataPlatform(
                  environment, Given.project(), providers, Given.keys(), providers.options())
              .create(
                  plan(environment),
                  AccessGroups.of(environment.identity().groups()),
                  Given.network(),
                  List.of());
        });
  }

  private static EstatePlan plan(Environment environment) {
    return new EstatePlan(
        environment,
        new NetworkPlan(Optional.empty(), "10.42.0.0/16", List.of(), List.of(), List.of(), 1),
        List.of(),
        environment.serving().stream().map(DataPlatformTest::plan).toList(),
        List.of());
  }

  private static ServingPlan plan(Serving serving) {
    boolean realtime = serving.kind() == ServingKind.REALTIME;
    return new ServingPlan(
        serving,
        "ml-1",
        realtime ? Optional.of(machine()) : Optional.empty(),
        realtime ? Optional.empty() : Optional.of(new ServerlessShape(1, 4096, 0)));
  }

  private static MachineShape machine() {
    return Catalog.load().machines(Cloud.GCP).stream()
        .filter(machine -> machine.name().equals("g2-standard-4"))
        .findFirst()
        .orElseThrow();
  }
}
