package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputDocumentTest {
  private static final PolicyInput INPUT =
      Estates.input(
          Estates.preview(
              Estates.yaml(
                  """
                  - {type: 'aws:kms/key:Key', name: b, inputs: {policy: <unknown>}, dependencies: [a]}
                  - {type: 'aws:kms/key:Key', name: a, inputs: {tags: {owner: x, 'a.b': <unknown>}}}
                  - {type: 'aws:ec2/vpc:Vpc', name: main, inputs: {}}
                  """)),
          Optional.of(JsonNodeFactory.instance.objectNode().put("monthlyUsd", 12.5)));

  private final ObjectNode document = InputDocument.of(INPUT);

  @Test
  void resourcesAreIndexedByTypeInTheOrderOfTheirUrns() {
    assertThat(document.path("by_type").fieldNames())
        .toIterable()
        .containsExactly("aws:ec2/vpc:Vpc", "aws:kms/key:Key");
    assertThat(document.path("by_type").path("aws:kms/key:Key").findValuesAsText("name"))
        .containsExactly("a", "b");
    assertThat(document.path("resources")).hasSize(3);
  }

  @Test
  void aResourceSaysWhatIsUnknownAndWhatItDependsOn() {
    assertThat(document.path("by_type").path("aws:kms/key:Key").path(1))
        .hasToString(
            "{\"type\":\"aws:kms/key:Key\",\"urn\":\"urn:pulumi:dev-aws::estate::aws:kms/key:Key::b\","
                + "\"name\":\"b\",\"properties\":{\"policy\":null},\"unknownPaths\":[\"policy\"],"
                + "\"secretPaths\":[],"
                + "\"dependencies\":[\"urn:pulumi:dev-aws::estate::aws:kms/key:Key::a\"],"
                + "\"source\":\"preview\"}");
    assertThat(
            document.path("by_type").path("aws:kms/key:Key").path(0).path("unknownPaths").path(0))
        .hasToString("\"tags[\\\"a.b\\\"]\"");
  }

  @Test
  void environmentAndOrganisationUseTheWordsOfTheirFiles() {
    assertThat(document.path("environment").path("environment").asText()).isEqualTo("dev");
    assertThat(document.path("environment").path("cloud").asText()).isEqualTo("aws");
    assertThat(document.path("organisation").path("environments").path("dev").path("monthlyUsd"))
        .hasToString("20000.0");
    assertThat(document.path("organisation").path("mandatoryTags"))
        .hasToString("[\"owner\",\"team\"]");
  }

  @Test
  void whatTheEnvironmentLeavesOutIsAbsent() {
    assertThat(document.path("environment").path("policyParameters").has("maxNodesPerPool"))
        .isFalse();
    assertThat(
            InputDocument.of(Estates.withMaxNodesPerPool(INPUT, 3))
                .path("environment")
                .path("policyParameters")
                .path("maxNodesPerPool")
                .intValue())
        .isEqualTo(3);
  }

  @Test
  void timeAndEstimateAreInjected() {
    assertThat(document.path("now").asText()).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(document.path("estimate").path("monthlyUsd").doubleValue()).isEqualTo(12.5);
    assertThat(InputDocument.of(Estates.input(INPUT.inventory(), Optional.empty())).has("estimate"))
        .isFalse();
  }
}
