package dev.mlestate.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackExportReaderTest {
  @Test
  void readsWhatExistsAndNotWhatLeaves() {
    Inventory inventory =
        StackExportReader.parse(
            "stack.json",
            """
            {"version": 3, "deployment": {"manifest": {}, "resources": [
              {"urn": "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s", "custom": false, "type": "pulumi:pulumi:Stack"},
              {"urn": "urn:pulumi:s::p::pulumi:providers:aws::aws", "custom": true, "id": "1", "type": "pulumi:providers:aws",
               "inputs": {"region": "us-east-1"}},
              {"urn": "urn:pulumi:s::p::t:m:R::keep", "type": "t:m:R", "delete": true},
              {"urn": "urn:pulumi:s::p::t:m:R::keep", "type": "t:m:R", "dependencies": ["urn:x"],
               "inputs": {"password": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "c"}}},
              {"urn": "urn:pulumi:s::p::t:m:R::gone", "type": "t:m:R", "pendingReplacement": true},
              {"urn": "urn:pulumi:s::p::t:m:R::foreign", "type": "t:m:R", "external": true}]}}""");
    assertThat(inventory.resources())
        .extracting(Resource::type)
        .containsExactly("pulumi:providers:aws", "pulumi:pulumi:Stack", "t:m:R");
    assertThat(inventory.resources()).extracting(Resource::source).containsOnly(Source.STATE);
    Resource kept = inventory.resources().get(2);
    assertThat(kept.name()).isEqualTo("keep");
    assertThat(kept.dependencies()).containsExactly("urn:x");
    assertThat(kept.secretPaths()).containsExactly("password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"steps": []}                                     | not a stack export: no deployment
          {"version": 3, "checkpoint": {}}                  | a backend's checkpoint, not an export
          {"version": 2, "deployment": {}}                  | deployment version 2; only 3 is known
          {"deployment": {}}                                | deployment version missing; only 3 is known
          {"version": 3, "deployment": {"resources": {}}}   | resources is no list
          {"version": 3, "deployment": {"resources": [{}]}} | a resource has no URN that Pulumi would write
          """)
  void refusesForeignAndDamagedFiles(String json, String reason) {
    assertThatThrownBy(() -> StackExportReader.parse("stack.json", json))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        p -> {
                          assertThat(p.reason()).isEqualTo(reason);
                          assertThat(p.place()).isPresent();
                          assertThat(p.remedy()).isPresent();
                        }));
  }

  @Test
  void anEmptyStackIsAnEmptyInventory() {
    assertThat(
            StackExportReader.parse("s", "{\"version\": 3, \"deployment\": {\"resources\": []}}")
                .resources())
        .isEmpty();
  }
}
