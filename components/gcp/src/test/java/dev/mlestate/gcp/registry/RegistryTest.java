package dev.mlestate.gcp.registry;

import static dev.mlestate.gcp.testing.Given.LABELS;
import static dev.mlestate.gcp.testing.Given.TAGS;
import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.NamedOutputs;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final String REPOSITORY = "gcp:artifactregistry/repository:Repository";

  @Test
  void imagesAreImmutableScannedAndCleanedUp() {
    RecordedStack stack =
        Given.run(
            () ->
                Registry.builder("vision-dev")
                    .project(project())
                    .images(List.of("serving"))
                    .build());

    Recorded repository = stack.one(REPOSITORY);
    assertThat(repository.at("repositoryId")).isEqualTo("vision-dev-serving");
    assertThat(repository.at("format")).isEqualTo("DOCKER");
    assertThat(repository.at("dockerConfig.immutableTags")).isEqualTo(true);
    assertThat(repository.at("cleanupPolicyDryRun")).isEqualTo(false);
    assertThat(repository.at("cleanupPolicies[0]"))
        .isEqualTo(
            Map.of(
                "id", "delete-untagged",
                "action", "DELETE",
                "condition", Map.of("tagState", "UNTAGGED", "olderThan", "1209600s")));
    assertThat(repository.at("cleanupPolicies[1].mostRecentVersions.keepCount")).isEqualTo(200.0);
    assertThat(stack.one("gcp:projects/service:Service").at("service"))
        .isEqualTo("containerscanning.googleapis.com");
    assertThat(stack.one("gcp:storage/bucket:Bucket").at("name"))
        .isEqualTo("vision-dev-model-artifacts-vision-dev-4821");
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        Given.run(
            () ->
                Registry.builder("vision-dev")
                    .project(project())
                    .keys(keys())
                    .registry(
                        new dev.mlestate.model.Registry(
                            List.of("ranker"), List.of("training"), false))
                    .accessLogs(Output.of("logs"))
                    .disposable(true)
                    .keepImages(5)
                    .retentionDays(7)
                    .tags(TAGS)
                    .build());

    assertThat(stack.one(REPOSITORY).at("kmsKeyName")).isEqualTo(key(KeyDomain.DATA));
    assertThat(stack.one(REPOSITORY).at("labels")).isEqualTo(LABELS);
    assertThat(stack.all("gcp:projects/service:Service")).isEmpty();
    Recorded bucket = stack.one("gcp:storage/bucket:Bucket");
    assertThat(bucket.at("forceDestroy")).isEqualTo(true);
    assertThat(bucket.at("logging.logBucket")).isEqualTo("logs");
  }

  @Test
  void saysWhereModelsAndImagesAre() {
    RecordedStack stack =
        RecordedStack.of(
            new AcceptingGcp(),
            context -> {
              Registry registry =
                  Registry.builder("vision-dev")
                      .project(project())
                      .models(List.of("ranker"))
                      .images(List.of("serving"))
                      .build();
              return Map.of(
                  "models", NamedOutputs.of(registry.modelUris()),
                  "images", NamedOutputs.of(registry.imageUris()),
                  "version", Output.of(registry.modelVersion("ranker", 3)),
                  "artifacts", registry.artifactsUri("ranker", 3));
            });

    assertThat(stack.outputs())
        .containsEntry(
            "models",
            Map.of(
                "ranker",
                "projects/vision-dev-4821/locations/us-central1/models/vision-dev-ranker"))
        .containsEntry(
            "images",
            Map.of(
                "serving", "us-central1-docker.pkg.dev/vision-dev-4821/vision-dev-serving/serving"))
        .containsEntry(
            "version", "projects/vision-dev-4821/locations/us-central1/models/vision-dev-ranker@3")
        .containsEntry(
            "artifacts", "gs://vision-dev-model-artifacts-vision-dev-4821/models/ranker/3");
  }

  @Test
  void refusesAModelThatIsNotInIt() {
    assertThatThrownBy(
            () ->
                Given.run(
                    () ->
                        Registry.builder("vision-dev")
                            .project(project())
                            .build()
                            .modelVersion("ranker", 1)))
        .hasStackTraceContaining("no model ranker is in the registry");
  }
}
