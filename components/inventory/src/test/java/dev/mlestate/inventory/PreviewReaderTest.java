package dev.mlestate.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewReaderTest {
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private static String step(String op, String name, String inputs) {
    return """
        {"op": "%s", "urn": "%s", "newState": {"urn": "%s", "custom": true, "type": "aws:kms/key:Key", "inputs": %s}}"""
        .formatted(op, urn(name), urn(name), inputs);
  }

  private static String urn(String name) {
    return "urn:pulumi:dev-aws::estate::aws:kms/key:Key::" + name;
  }

  private static Inventory read(String... steps) {
    return PreviewReader.parse(
        "preview.json", "{\"steps\": [" + String.join(",\n", steps) + "], \"duration\": 1}");
  }

  private static Resource readInputs(String inputs) {
    return read(step("create", "a", inputs)).resources().get(0);
  }

  private static List<Problem> problemsOf(String json) {
    try {
      PreviewReader.parse("preview.json", json);
    } catch (ProblemException e) {
      return e.problems();
    }
    throw new AssertionError("accepted");
  }

  @Test
  void keepsWhatWillExistInTheOrderOfUrns() {
    Inventory inventory =
        read(
            step("same", "d", "{}"),
            step("update", "c", "{}"),
            step("import", "b", "{}"),
            step("create", "a", "{}"),
            """
            {"op": "delete", "urn": "x", "oldState": {"urn": "x"}}""",
            """
            {"op": "read", "urn": "y", "newState": {"urn": "y", "external": true}}""");
    assertThat(inventory.resources())
        .extracting(Resource::name)
        .containsExactly("a", "b", "c", "d");
    assertThat(inventory.resources()).extracting(Resource::source).containsOnly(Source.PREVIEW);
    assertThat(inventory.byType().get("aws:kms/key:Key")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsAReplacementOnceFromTheStepThatCreates(boolean replaceFirst) {
    String replace = step("replace", "a", "{\"from\": \"replace\"}");
    String create = step("create-replacement", "a", "{\"from\": \"create\"}");
    String delete =
        """
        {"op": "delete-replaced", "urn": "x"}""";
    Inventory inventory =
        replaceFirst ? read(delete, replace, create) : read(create, replace, delete);
    assertThat(inventory.resources()).hasSize(1);
    assertThat(inventory.resources().get(0).properties().path("from").asText()).isEqualTo("create");
  }

  @Test
  void marksUnknownValuesOfEveryKindEvenInsideAText() {
    Resource resource =
        readInputs(
            """
            {"id": "%s", "arn": "arn:aws:s3:::%s/*", "count": "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
             "rules": [{"id": "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"}], "tags": {"owner": "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
             "a.b": "e48ece36-62e2-4504-bad9-02848725956a"}, "x": "030794c1-ac77-496b-92df-f27374a8bd58",
             "y": "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", "known": 1}"""
                .formatted(UNKNOWN, UNKNOWN));
    assertThat(resource.unknownPaths())
        .containsExactly(
            "arn", "count", "id", "rules[0].id", "tags.owner", "tags[\"a.b\"]", "x", "y");
    assertThat(resource.secretPaths()).isEmpty();
    assertThat(resource.properties().toString())
        .isEqualTo(
            "{\"id\":null,\"arn\":null,\"count\":null,\"rules\":[{\"id\":null}],"
                + "\"tags\":{\"owner\":null,\"a.b\":null},\"x\":null,\"y\":null,\"known\":1}");
  }

  @Test
  void withholdsSecretsInEveryForm() {
    Resource resource =
        readInputs(
            """
            {"a": "[secret]",
             "b": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:x"},
             "c": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "secret": true, "value": "s"},
             "d": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "secret": true}}""");
    assertThat(resource.secretPaths()).containsExactly("a", "b", "c", "d");
    assertThat(resource.unknownPaths()).containsExactly("d");
    assertThat(resource.properties().toString())
        .isEqualTo("{\"a\":null,\"b\":null,\"c\":null,\"d\":null}");
  }

  @Test
  void opensOutputValuesAndReferences() {
    Resource resource =
        readInputs(
            """
            {"a": {"4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": ["v", "%s"]},
             "b": {"4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "u", "id": "i-1"},
             "c": {"4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "u"}}"""
                .formatted(UNKNOWN));
    assertThat(resource.properties().toString())
        .isEqualTo("{\"a\":[\"v\",null],\"b\":\"i-1\",\"c\":\"u\"}");
    assertThat(resource.unknownPaths()).containsExactly("a[1]");
  }

  @Test
  void unitesDependencies() {
    Inventory inventory =
        PreviewReader.parse(
            "p",
            """
            {"steps": [{"op": "create", "newState": {"urn": "%s", "type": "t", "dependencies": ["u:b", "u:a"],
             "propertyDependencies": {"x": ["u:c", "u:a"], "y": null}}}]}"""
                .formatted(urn("a")));
    assertThat(inventory.resources().get(0).dependencies()).containsExactly("u:a", "u:b", "u:c");
  }

  @Test
  void anEmptyPreviewIsAnEmptyInventory() {
    assertThat(PreviewReader.parse("p", "{\"changeSummary\": {}}").resources()).isEmpty();
  }

  @Test
  void refusesAPreviewWithoutItsUnchangedResources() {
    assertThat(problemsOf("{\"steps\": [], \"changeSummary\": {\"same\": 12}}"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.reason()).isEqualTo("12 unchanged resources are left out");
              assertThat(p.remedy())
                  .hasValueSatisfying(r -> assertThat(r).contains("--show-sames"));
            });
  }

  @Test
  void refusesAFailedPreview() {
    assertThat(
            problemsOf(
                """
                {"steps": [], "diagnostics": [{"severity": "info", "message": "m"},
                {"severity": "error", "message": "no such region\\n"}]}"""))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.path()).isEqualTo("diagnostics[1]");
              assertThat(p.reason()).isEqualTo("the preview failed: no such region");
              assertThat(p.place().orElseThrow()).hasToString("preview.json:2:1");
            });
  }

  @Test
  void namesEveryDamagedStepAndItsPlace() {
    List<Problem> problems =
        problemsOf(
            """
            {"steps": [
              {"op": "create"},
              {"op": "invent", "urn": "u"},
              {"op": "create", "newState": {"urn": "nonsense"}},
              {"op": "create", "newState": {"urn": "%1$s"}},
              {"op": "create", "newState": {"urn": "%1$s", "type": "t", "inputs": 7}},
              {"op": "create", "newState": {"urn": "%1$s", "type": "t"}},
              {"op": "update", "newState": {"urn": "%1$s", "type": "t"}}
            ]}"""
                .formatted(urn("a")));
    assertThat(problems)
        .extracting(p -> p.place().orElseThrow() + " " + p.path() + " " + p.reason())
        .containsExactly(
            "preview.json:2:3 steps[0].newState the step has no newState",
            "preview.json:3:10 steps[1].op unknown operation 'invent'",
            "preview.json:4:40 steps[2].newState.urn a resource has no URN that Pulumi would write",
            "preview.json:5:32 steps[3].newState.type " + urn("a") + " has no type",
            "preview.json:6:"
                + (67 + urn("a").length())
                + " steps[4].newState.inputs the inputs of "
                + urn("a")
                + " are no object",
            "preview.json:8:3 steps[6] " + urn("a") + " stands twice");
    assertThat(problems).allSatisfy(p -> assertThat(p.remedy()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "7", "{}", "{\"version\": 3, \"deployment\": {}}", "{\"steps\": 1}", ""})
  void refusesForeignDocuments(String json) {
    assertThat(problemsOf(json)).hasSize(1).allSatisfy(p -> assertThat(p.remedy()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"steps\": [", "{\"steps\": []} {}", "steps: []", "\u0000"})
  void refusesWhatIsNotJsonWithItsPlace(String json) {
    assertThat(problemsOf(json))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.place().orElseThrow().file()).isEqualTo("preview.json");
              assertThat(p.reason()).startsWith("not JSON: ");
            });
  }

  @Test
  void readsFilesAndRefusesMissingAndBinaryOnes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("preview.json");
    assertThatThrownBy(() -> PreviewReader.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("does not exist");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> PreviewReader.read(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not UTF-8");
    Files.writeString(file, "{\"steps\": []}");
    assertThat(PreviewReader.read(file).resources()).isEmpty();
  }
}
