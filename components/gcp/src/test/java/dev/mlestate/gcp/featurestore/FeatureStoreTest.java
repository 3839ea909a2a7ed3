package dev.mlestate.gcp.featurestore;

import static dev.mlestate.gcp.testing.Given.LABELS;
import static dev.mlestate.gcp.testing.Given.TAGS;
import static dev.mlestate.gcp.testing.Given.key;
import static dev.mlestate.gcp.testing.Given.keys;
import static dev.mlestate.gcp.testing.Given.project;
import static dev.mlestate.gcp.testing.Given.providers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.gcp.bigquery.Dataset;
import com.pulumi.gcp.bigquery.DatasetArgs;
import dev.mlestate.gcp.testing.Given;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeatureStoreTest {
  private static final String TABLE = "gcp:bigquery/table:Table";
  private static final String GROUP = "gcp:vertex/aiFeatureGroup:AiFeatureGroup";
  private static final String FEATURE = "gcp:vertex/aiFeatureGroupFeature:AiFeatureGroupFeature";
  private static final String ONLINE = "gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore";
  private static final String VIEW =
      "gcp:vertex/aiFeatureOnlineStoreFeatureview:AiFeatureOnlineStoreFeatureview";

  @Test
  void aGroupIsATableItsTypesAndAViewThatVertexReads() {
    RecordedStack stack = run(store -> store.online(false), users());

    Recorded table = stack.one(TABLE, "vision-dev-users");
    assertThat(table.at("tableId")).isEqualTo("users");
    assertThat(table.at("schema"))
        .isEqualTo(
            "[{\"mode\":\"REQUIRED\",\"name\":\"user_id\",\"type\":\"STRING\"},"
                + "{\"mode\":\"REQUIRED\",\"name\":\"updated_at\",\"type\":\"TIMESTAMP\"},"
                + "{\"mode\":\"NULLABLE\",\"name\":\"age\",\"type\":\"INTEGER\"},"
                + "{\"mode\":\"NULLABLE\",\"name\":\"country\",\"type\":\"STRING\"},"
                + "{\"mode\":\"NULLABLE\",\"name\":\"spend\",\"type\":\"FLOAT\"}]");
    assertThat(table.at("timePartitioning"))
        .isEqualTo(Map.of("type", "DAY", "field", "updated_at"));
    assertThat(table.at("clusterings")).isEqualTo(List.of("user_id"));
    assertThat(stack.one(TABLE, "vision-dev-users-view").at("view"))
        .isEqualTo(
            Map.of(
                "query",
                "SELECT *, `updated_at` AS feature_timestamp"
                    + " FROM `vision-dev-4821.vision_dev_features.users`",
                "useLegacySql",
                false));
    Recorded group = stack.one(GROUP);
    assertThat(group.at("name")).isEqualTo("vision_dev_users");
    assertThat(group.at("region")).isEqualTo("us-central1");
    assertThat(group.at("bigQuery"))
        .isEqualTo(
            Map.of(
                "bigQuerySource",
                Map.of("inputUri", "bq://vision-dev-4821.vision_dev_features.users_features"),
                "entityIdColumns",
                List.of("user_id")));
    assertThat(stack.all(FEATURE))
        .extracting(feature -> feature.at("name"))
        .containsExactly("age", "country", "spend");
    assertThat(stack.all(ONLINE)).isEmpty();
    assertThat(stack.all(VIEW)).isEmpty();
  }

  @Test
  void servesOnlineWhatItKeepsEncrypted() {
    RecordedStack stack = run(store -> store.keys(keys()).tags(TAGS), users());

    Recorded online = stack.one(ONLINE);
    assertThat(online.at("name")).isEqualTo("vision_dev");
    assertThat(online.at("bigtable.autoScaling"))
        .isEqualTo(Map.of("minNodeCount", 1.0, "maxNodeCount", 3.0));
    assertThat(online.at("encryptionSpec.kmsKeyName")).isEqualTo(key(KeyDomain.DATA));
    assertThat(online.at("labels")).isEqualTo(LABELS);
    Recorded view = stack.one(VIEW);
    assertThat(view.at("featureOnlineStore")).isEqualTo("vision_dev");
    assertThat(view.at("featureRegistrySource.featureGroups[0]"))
        .isEqualTo(
            Map.of(
                "featureGroupId",
                "vision_dev_users",
                "featureIds",
                List.of("age", "country", "spend")));
    assertThat(stack.one(TABLE, "vision-dev-users").at("encryptionConfiguration.kmsKeyName"))
        .isEqualTo(key(KeyDomain.DATA));
  }

  @Test
  void eachTypeRunsOnAPluginThatCarriesIt() {
    RecordedStack stack = run(store -> store, users());

    assertThat(stack.one(GROUP).provider()).contains("vision-dev-7-7-0");
    assertThat(stack.all(FEATURE)).allMatch(each -> each.provider().contains("vision-dev-7-7-0"));
    assertThat(stack.one(ONLINE).provider()).contains("vision-dev-9-11-0");
    assertThat(stack.one(VIEW).provider()).contains("vision-dev-9-11-0");
    assertThat(stack.one(TABLE, "vision-dev-users").provider()).doesNotContain("7-7-0");
  }

  @Test
  void namesThatBigQueryCannotHaveAreMadeOnesThatItCan() {
    RecordedStack stack =
        run(
            store -> store.online(false),
            group("f", Map.of("Clicks-Per-Day", FeatureType.INT, "7days", FeatureType.DOUBLE)));

    assertThat(stack.all(FEATURE))
        .extracting(feature -> feature.at("name"))
        .containsExactlyInAnyOrder("clicks_per_day", "_7days");
  }

  @Test
  void aGroupThatAlreadyHasVertexsTimestampNeedsNoOtherNameForIt() {
    RecordedStack stack =
        run(
            store -> store.online(false),
            new FeatureGroup("f", "id", "feature_timestamp", Map.of("age", FeatureType.INT)));

    assertThat(stack.one(TABLE, "vision-dev-f-view").at("view.query"))
        .isEqualTo("SELECT * FROM `vision-dev-4821.vision_dev_features.f`");
  }

  @Test
  void refusesColumnsThatWouldClash() {
    assertThatThrownBy(
            () ->
                FeatureColumns.of(
                    group(
                        "f",
                        Map.of(
                            "age", FeatureType.INT,
                            "Age", FeatureType.INT,
                            "_table_x", FeatureType.INT,
                            "feature-timestamp", FeatureType.STRING))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.reason())
                    .anyMatch(reason -> reason.contains("would be the same column, age"))
                    .anyMatch(reason -> reason.contains("BigQuery keeps such names"))
                    .anyMatch(reason -> reason.contains("takes feature_timestamp"))
                    .hasSize(3));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> FeatureStore.builder("x").nodes(0, 1))
        .hasMessageContaining("not 0 to 1");
    assertThatThrownBy(() -> FeatureStore.builder("x").nodes(1, 11))
        .hasMessageContaining("not 1 to 11");
    assertThatThrownBy(() -> Given.run(() -> FeatureStore.builder("x").project(project()).build()))
        .hasStackTraceContaining(".dataset(…) is required");
  }

  private interface Options {
    FeatureStore.Builder on(FeatureStore.Builder store);
  }

  private static RecordedStack run(Options options, FeatureGroup... groups) {
    return Given.run(
        () ->
            options
                .on(
                    FeatureStore.builder("vision-dev")
                        .project(project())
                        .providers(providers())
                        .dataset(
                            new Dataset(
                                "features",
                                DatasetArgs.builder().datasetId("vision_dev_features").build()))
                        .groups(List.of(groups)))
                .build());
  }

  private static FeatureGroup users() {
    Map<String, FeatureType> features = new TreeMap<>();
    features.put("age", FeatureType.INT);
    features.put("country", FeatureType.STRING);
    features.put("spend", FeatureType.DOUBLE);
    return new FeatureGroup("users", "user_id", "updated_at", features);
  }

  private static FeatureGroup group(String name, Map<String, FeatureType> features) {
    return new FeatureGroup(name, "id", "at", features);
  }
}
