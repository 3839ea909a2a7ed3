package dev.mlestate.azure.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.asset.AssetOrArchive;
import com.pulumi.asset.AssetOrArchive.AssetOrArchiveInternal;
import com.pulumi.core.Output;
import dev.mlestate.azure.datalake.DataLake;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FeatureStoreTest {
  private static final String ML = "azure-native:machinelearningservices";
  private static final String WORKSPACE = ML + "/v20241001preview:Workspace";
  private static final String CONNECTION = ML + "/v20241001:WorkspaceConnection";
  private static final String SET = ML + ":FeaturesetVersion";
  private static final String ENTITY = ML + ":FeaturestoreEntityVersion";
  private static final String BLOB = "azure-native:storage:Blob";
  private static final String CACHE = "/caches/company";

  private static final FeatureGroup USERS = users(Map.of("age", FeatureType.INT));

  @Test
  void theWorkspaceIsAFeatureStoreWithAnOfflineStoreInTheLake() {
    RecordedStack stack = store(builder -> builder.groups(List.of(USERS)));

    assertThat(stack.one(WORKSPACE).at("kind")).isEqualTo("FeatureStore");
    assertThat(stack.one(WORKSPACE).at("featureStoreSettings"))
        .isEqualTo(
            Map.of(
                "computeRuntime",
                Map.of("sparkRuntimeVersion", "3.4"),
                "offlineStoreConnectionName",
                "offline-store"));
    Recorded connection = stack.one(CONNECTION);
    assertThat(connection.at("properties.category")).isEqualTo("ADLSGen2");
    assertThat((String) connection.at("properties.target")).endsWith("vision-dev-lake-features");
    assertThat(connection.at("properties.authType")).isEqualTo("ManagedIdentity");
  }

  @Test
  void theEntityIsKnownByItsColumn() {
    assertThat(
            store(builder -> builder.groups(List.of(USERS)))
                .one(ENTITY)
                .at("featurestoreEntityVersionProperties.indexColumns"))
        .isEqualTo(List.of(Map.of("columnName", "user_id", "dataType", "String")));
  }

  @Test
  void theSpecificationHasTheFilesFeatures() throws JsonProcessingException {
    RecordedStack stack =
        store(
            builder ->
                builder.groups(
                    List.of(
                        users(
                            new TreeMap<>(
                                Map.of(
                                    "age", FeatureType.INT,
                                    "country", FeatureType.STRING,
                                    "spend", FeatureType.DOUBLE))))));

    JsonNode specification = specification(stack);
    assertThat(specification.at("/features").toString())
        .isEqualTo(
            """
            [{"name":"age","type":"long"},{"name":"country","type":"string"},{"name":"spend","type":"double"}]""");
    assertThat(specification.at("/index_columns/0/name").asText()).isEqualTo("user_id");
    assertThat(specification.at("/source/timestamp_column/name").asText()).isEqualTo("updated_at");
    assertThat(specification.at("/source/path").asText())
        .startsWith("abfss://")
        .endsWith("/feature-store/users/*.parquet");
  }

  @Test
  void theSetPointsToItsSpecification() {
    RecordedStack stack = store(builder -> builder.groups(List.of(USERS)));

    String version = (String) stack.one(SET).at("version");
    assertThat((String) stack.one(SET).at("featuresetVersionProperties.specification.path"))
        .startsWith("azureml://subscriptions/" + AcceptingAzure.SUBSCRIPTION)
        .contains("/datastores/specifications/paths/");
    assertThat(stack.one(BLOB).at("blobName"))
        .isEqualTo("users/" + version + "/FeatureSetSpec.yaml");
    assertThat(stack.one(BLOB).provider()).contains("vision-dev-3-0-0");
  }

  @Test
  void otherFeaturesAreAnotherVersion() {
    Object one = version(USERS);

    assertThat(version(users(Map.of("age", FeatureType.DOUBLE)))).isNotEqualTo(one);
    assertThat(version(users(Map.of("years", FeatureType.INT)))).isNotEqualTo(one);
    assertThat(version(users(Map.of("age", FeatureType.INT)))).isEqualTo(one);
  }

  @Test
  void onlineFeaturesAreKeptInACacheThatJobsReach() {
    RecordedStack stack =
        store(builder -> builder.groups(List.of(USERS)).onlineCache(Output.of(CACHE)));

    assertThat(stack.one(WORKSPACE).at("featureStoreSettings.onlineStoreConnectionName"))
        .isEqualTo("online-store");
    assertThat(stack.one(WORKSPACE).at("managedNetwork.outboundRules.online.destination"))
        .isEqualTo(
            Map.of(
                "serviceResourceId",
                CACHE,
                "sparkEnabled",
                true,
                "subresourceTarget",
                "redisCache"));
    assertThat(stack.one(CONNECTION, "vision-dev-online-store").at("properties.target"))
        .isEqualTo(CACHE);
    assertThat(stack.one(SET).at("featuresetVersionProperties.materializationSettings.storeType"))
        .isEqualTo("OnlineAndOffline");
  }

  @Test
  void aCacheOfOursSpeaksTls12Alone() {
    Recorded cache =
        RecordedStack.of(
                new AcceptingAzure(),
                () -> new Given().to(OnlineCache.builder("vision-dev-online")).size(2).build())
            .one("azure-native:cache:Redis");

    assertThat(cache.inputs())
        .containsEntry("enableNonSslPort", false)
        .containsEntry("minimumTlsVersion", "1.2");
    assertThat(cache.at("sku"))
        .isEqualTo(Map.of("capacity", 2.0, "family", "C", "name", "Standard"));
  }

  @Test
  void aNumberIsNoEventTime() {
    assertThatThrownBy(
            () ->
                store(
                    builder ->
                        builder.groups(List.of(users(Map.of("updated_at", FeatureType.INT))))))
        .hasStackTraceContaining("the event time cannot be an int");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(
                    new AcceptingAzure(),
                    () -> new Given().to(FeatureStore.builder("vision-dev")).build()))
        .hasStackTraceContaining(".stores(…) is required");
  }

  private static Object version(FeatureGroup group) {
    return store(builder -> builder.groups(List.of(group))).one(SET).at("version");
  }

  private static FeatureGroup users(Map<String, FeatureType> features) {
    return new FeatureGroup("users", "user_id", "updated_at", features);
  }

  private static JsonNode specification(RecordedStack stack) throws JsonProcessingException {
    if (stack.one(BLOB).at("source") instanceof AssetOrArchive asset) {
      return new ObjectMapper().readTree((String) AssetOrArchiveInternal.from(asset).getValue());
    }
    throw new AssertionError("the blob has no text");
  }

  private static RecordedStack store(UnaryOperator<FeatureStore.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> {
          Given given = new Given();
          DataLake lake = given.to(DataLake.builder("vision-dev")).build();
          options
              .apply(
                  given
                      .to(FeatureStore.builder("vision-dev"))
                      .stores(given.stores())
                      .lake(lake, "features"))
              .build();
        });
  }
}
