package dev.mlestate.azure.datalake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.azure.testing.Given;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataLakeTest {
  private static final String CONTAINER = "azure-native:storage:BlobContainer";
  private static final String CATALOG = "azure-native:purview:Account";
  private static final String ASSIGNMENT = "azure-native:authorization:RoleAssignment";
  private static final String BLOBS = "azure-native:storage:BlobServiceProperties";

  @Test
  void aZoneIsAFileSystemThatNobodyReadsAnonymously() {
    RecordedStack stack = lake(builder -> builder);

    assertThat(stack.all(CONTAINER))
        .extracting(zone -> zone.at("containerName"))
        .containsExactlyInAnyOrder("raw", "curated", "features");
    assertThat(stack.all(CONTAINER))
        .allSatisfy(zone -> assertThat(zone.at("publicAccess")).isEqualTo("None"));
  }

  @Test
  void zonesHaveTheUrisThatSparkReads() {
    RecordedStack stack =
        RecordedStack.of(
            new AcceptingAzure(),
            context ->
                new TreeMap<>(new Given().to(DataLake.builder("vision-dev")).build().bucketUris()));

    assertThat((String) stack.outputs().get("raw"))
        .matches(
            "abfss://vision-dev-lake-raw@visiondevlake[0-9a-f]{6}\\.dfs\\.core\\.windows\\.net/");
  }

  @Test
  void theCatalogueReadsEveryZoneAndNothingElse() {
    RecordedStack stack = lake(builder -> builder);

    assertThat(stack.one(CATALOG).at("identity.type")).isEqualTo("SystemAssigned");
    assertThat(stack.one(CATALOG).at("managedResourcesPublicNetworkAccess")).isEqualTo("Disabled");
    assertThat(stack.all(ASSIGNMENT)).hasSize(3).allSatisfy(DataLakeTest::readsOneZone);
  }

  private static void readsOneZone(Recorded assignment) {
    assertThat((String) assignment.at("roleDefinitionId"))
        .endsWith(BuiltInRole.STORAGE_BLOB_DATA_READER.guid());
    assertThat((String) assignment.at("scope")).contains("/blobContainer/");
    assertThat(assignment.at("principalId")).isEqualTo(AcceptingAzure.principal("catalog"));
  }

  @ParameterizedTest
  @CsvSource({
    "DESCRIBE, READER",
    "READ, STORAGE_BLOB_DATA_READER",
    "WRITE, STORAGE_BLOB_DATA_CONTRIBUTOR"
  })
  void aGroupGetsOneRoleOnEachOfItsZones(LakeAccess access, BuiltInRole role) {
    Principal group = Principal.group("people", "5b0f8a4e-1c8d-4f5e-9a3e-2f6d1c7b9e01");

    List<Recorded> grants =
        lake(builder -> builder.grants(List.of(new LakeGrant(group, access, List.of("raw")))))
            .all(ASSIGNMENT)
            .stream()
            .filter(assignment -> assignment.name().endsWith("people"))
            .toList();

    assertThat(grants).hasSize(1);
    assertThat((String) grants.get(0).at("roleDefinitionId")).endsWith(role.guid());
    assertThat((String) grants.get(0).at("scope")).endsWith("vision-dev-lake-raw");
    assertThat(grants.get(0).at("principalType")).isEqualTo("Group");
  }

  @Test
  void zonesVersioningAndRetentionAreTheFiles() {
    RecordedStack stack =
        lake(builder -> builder.lake(new dev.mlestate.model.DataLake(List.of("one"), false, 7)));

    assertThat(stack.one(CONTAINER).at("containerName")).isEqualTo("one");
    assertThat(stack.one(BLOBS).at("deleteRetentionPolicy")).isEqualTo(Map.of("enabled", false));
    assertThat(
            lake(builder -> builder.retentionDays(7)).one(BLOBS).at("deleteRetentionPolicy.days"))
        .isEqualTo(7.0);
  }

  @Test
  void aZoneThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(
                    new AcceptingAzure(),
                    () -> {
                      var unused =
                          new Given().to(DataLake.builder("vision-dev")).build().zone("gold");
                    }))
        .hasStackTraceContaining("no zone gold among [raw, curated, features]");
  }

  private static RecordedStack lake(UnaryOperator<DataLake.Builder> options) {
    return RecordedStack.of(
        new AcceptingAzure(),
        () -> options.apply(new Given().to(DataLake.builder("vision-dev"))).build());
  }
}
