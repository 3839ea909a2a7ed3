package dev.mlestate.gcp.datalake;

import static dev.mlestate.gcp.testing.Given.LABELS;
import static dev.mlestate.gcp.testing.Given.TAGS;
import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataLakeTest {
  private static final String BUCKET = "gcp:storage/bucket:Bucket";
  private static final String DATASET = "gcp:bigquery/dataset:Dataset";
  private static final String ZONE = "gcp:dataplex/zone:Zone";

  @Test
  void oneStatementMakesThreeZones() {
    RecordedStack stack =
        Given.run(() -> DataLake.builder("vision-dev").project(project()).build());

    assertThat(stack.names(BUCKET))
        .containsExactly(
            "vision-dev-access-logs",
            "vision-dev-curated",
            "vision-dev-features",
            "vision-dev-raw");
    assertThat(stack.all(DATASET))
        .extracting(dataset -> dataset.at("datasetId"))
        .containsExactly("vision_dev_curated", "vision_dev_features", "vision_dev_raw");
    assertThat(stack.all(ZONE))
        .extracting(zone -> zone.at("type"))
        .containsExactly("CURATED", "CURATED", "RAW");
    assertThat(stack.all("gcp:dataplex/asset:Asset")).hasSize(6);
    assertThat(stack.all("gcp:biglake/database:Database"))
        .allMatch(database -> database.at("type").equals("HIVE"));
    assertThat(stack.names("gcp:bigquery/datasetIamMember:DatasetIamMember")).isEmpty();
  }

  /** Dataplex makes a dataset of each zone's name itself. */
  @Test
  void theZonesOwnDatasetsAreNotThoseThatDataplexMakes() {
    RecordedStack stack =
        Given.run(() -> DataLake.builder("vision-dev").project(project()).build());

    List<Object> own = stack.all(DATASET).stream().map(each -> each.at("datasetId")).toList();
    assertThat(stack.all(ZONE))
        .extracting(zone -> String.valueOf(zone.at("name")).replace('-', '_'))
        .doesNotContainAnyElementsOf(own.stream().map(String::valueOf).toList());
  }

  @Test
  void everyStoreIsEncryptedLabelledAndLogged() {
    RecordedStack stack =
        Given.run(
            () ->
                DataLake.builder("vision-dev").project(project()).keys(keys()).tags(TAGS).build());

    assertThat(stack.all(BUCKET))
        .allSatisfy(
            bucket -> {
              assertThat(bucket.at("encryption.defaultKmsKeyName")).isEqualTo(key(KeyDomain.DATA));
              assertThat(bucket.at("labels")).isEqualTo(LABELS);
            });
    assertThat(stack.all(BUCKET))
        .filteredOn(bucket -> !bucket.name().endsWith("access-logs"))
        .allMatch(
            bucket ->
                bucket.at("logging.logBucket").equals("vision-dev-access-logs-vision-dev-4821"));
    assertThat(stack.all(DATASET))
        .allMatch(
            dataset ->
                dataset
                    .at("defaultEncryptionConfiguration.kmsKeyName")
                    .equals(key(KeyDomain.DATA)));
    assertThat(stack.all(ZONE)).allMatch(zone -> zone.at("labels").equals(LABELS));
  }

  @Test
  void theCatalogKnowsBucketsAndTables() {
    RecordedStack stack =
        Given.run(() -> DataLake.builder("vision-dev").project(project()).build());

    assertThat(asset(stack, "vision-dev-raw-objects").at("resourceSpec"))
        .isEqualTo(
            Map.of(
                "name", "projects/vision-dev-4821/buckets/vision-dev-raw-vision-dev-4821",
                "type", "STORAGE_BUCKET"));
    assertThat(asset(stack, "vision-dev-raw-tables").at("resourceSpec"))
        .isEqualTo(
            Map.of(
                "name", "projects/vision-dev-4821/datasets/vision_dev_raw",
                "type", "BIGQUERY_DATASET"));
  }

  @Test
  void takesAllThatItCan() {
    RecordedStack stack =
        Given.run(
            () ->
                DataLake.builder("vision-dev")
                    .project(project())
                    .lake(new dev.mlestate.model.DataLake(List.of("raw", "gold"), false, 400))
                    .accessLogDays(30)
                    .forceDestroy(true)
                    .grants(
                        List.of(
                            grant("science", LakeAccess.READ, "gold"),
                            grant("engineering", LakeAccess.WRITE, "raw"),
                            grant("audit", LakeAccess.DESCRIBE, "raw")))
                    .build());

    assertThat(stack.all(BUCKET)).allMatch(bucket -> bucket.at("forceDestroy").equals(true));
    assertThat(stack.one(BUCKET, "vision-dev-raw").at("versioning.enabled")).isEqualTo(false);
    assertThat(roles(stack, "gcp:storage/bucketIAMMember:BucketIAMMember", "group:"))
        .containsExactlyInAnyOrder(
            "group:cloud-storage-analytics@google.com roles/storage.objectCreator",
            "group:engineering@example.com roles/storage.objectUser",
            "group:science@example.com roles/storage.objectViewer");
    assertThat(roles(stack, "gcp:bigquery/datasetIamMember:DatasetIamMember", "group:"))
        .containsExactlyInAnyOrder(
            "group:audit@example.com roles/bigquery.metadataViewer",
            "group:engineering@example.com roles/bigquery.dataEditor",
            "group:science@example.com roles/bigquery.dataViewer");
    assertThat(roles(stack, "gcp:bigquery/connectionIamMember:ConnectionIamMember", "group:"))
        .containsExactly("group:engineering@example.com roles/bigquery.connectionUser");
    assertThat(roles(stack, "gcp:projects/iAMMember:IAMMember", "group:audit"))
        .containsExactly("group:audit@example.com roles/biglake.viewer");
    assertThat(roles(stack, "gcp:dataplex/zoneIamMember:ZoneIamMember", "group:"))
        .containsExactlyInAnyOrder(
            "group:audit@example.com roles/dataplex.metadataReader",
            "group:engineering@example.com roles/dataplex.metadataWriter",
            "group:science@example.com roles/dataplex.metadataReader");
  }

  @Test
  void nobodyOwnsOrEdits() {
    RecordedStack stack =
        Given.run(
            () ->
                DataLake.builder("vision-dev")
                    .project(project())
                    .grants(List.of(grant("engineering", LakeAccess.WRITE, "raw")))
                    .build());

    assertThat(stack.resources())
        .filteredOn(resource -> resource.has("role"))
        .isNotEmpty()
        .extracting(resource -> String.valueOf(resource.at("role")))
        .doesNotContain("roles/owner", "roles/editor", "roles/viewer")
        .noneMatch(role -> role.endsWith(".admin"));
  }

  @Test
  void refusesAZoneThatIsNotThere() {
    assertThatThrownBy(
            () ->
                Given.run(
                    () -> DataLake.builder("vision-dev").project(project()).build().zone("gold")))
        .hasStackTraceContaining("no zone gold among [raw, curated, features]");
    assertThatThrownBy(() -> Given.run(() -> DataLake.builder("vision-dev").build()))
        .hasStackTraceContaining(".project(…) is required");
  }

  private static Recorded asset(RecordedStack stack, String name) {
    return stack.one("gcp:dataplex/asset:Asset", name);
  }

  private static LakeGrant grant(String principal, LakeAccess access, String zone) {
    return new LakeGrant(principal, "group:" + principal + "@example.com", access, List.of(zone));
  }

  private static List<String> roles(RecordedStack stack, String type, String memberPrefix) {
    return stack.all(type).stream()
        .filter(grant -> String.valueOf(grant.at("member")).startsWith(memberPrefix))
        .map(grant -> grant.at("member") + " " + grant.at("role"))
        .toList();
  }
}
