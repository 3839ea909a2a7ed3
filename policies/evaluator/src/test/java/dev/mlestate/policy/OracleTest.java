package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiled rules find what OPA itself finds. */
class OracleTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everySampleGetsTheReportOfOpa(@TempDir Path directory) throws IOException {
    Optional<Path> opa = opa();
    assumeTrue(
        opa.isPresent(),
        "skipped: compiled rules against OPA itself; set MLESTATE_OPA or put opa on the PATH");
    List<PolicyInput> inputs = new ArrayList<>();
    SamplesTest.samples().forEach(samples -> inputs.addAll(samples.inputs()));

    JsonNode answers = answers(opa.get(), inputs, directory);

    for (int i = 0; i < inputs.size(); i++) {
      JsonNode controls = answers.path(i);
      RuleRunner oracle = (input, entrypoints) -> verdicts(controls, entrypoints);
      assertThat(Estates.ENGINE.evaluate(inputs.get(i)))
          .isEqualTo(new Judge(ControlCatalogue.load(), oracle).judge(inputs.get(i)));
    }
    assertThat(inputs).hasSizeGreaterThan(30);
  }

  /** One process for all inputs, because starting one takes longer than evaluating. */
  private static JsonNode answers(Path opa, List<PolicyInput> inputs, Path directory)
      throws IOException {
    ArrayNode cases = JSON.createArrayNode();
    inputs.forEach(input -> cases.add(InputDocument.of(input)));
    Path file = directory.resolve("cases.json");
    JSON.writeValue(file.toFile(), JSON.createObjectNode().set("cases", cases));
    Process process =
        new ProcessBuilder(
                opa.toString(),
                "eval",
                "--format=json",
                "--data=" + Estates.POLICIES.resolve("rego"),
                "--input=" + file,
                "[answer | some one in input.cases; answer := data.mlestate.controls with input as one]")
            .redirectError(directory.resolve("errors.txt").toFile())
            .start();
    JsonNode answers = JSON.readTree(process.getInputStream()).at("/result/0/expressions/0/value");
    assertThat(answers).as(Files.readString(directory.resolve("errors.txt"))).hasSameSizeAs(inputs);
    return answers;
  }

  private static Map<String, JsonNode> verdicts(JsonNode controls, List<String> entrypoints) {
    Map<String, JsonNode> verdicts = new LinkedHashMap<>();
    for (String entrypoint : entrypoints) {
      verdicts.put(entrypoint, controls.at(entrypoint.substring("mlestate/controls".length())));
    }
    return verdicts;
  }

  private static Optional<Path> opa() {
    String home = System.getenv().getOrDefault("HOME", "");
    String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", home + "/.cache");
    return Stream.concat(
            Stream.of(
                System.getenv().getOrDefault("MLESTATE_OPA", ""),
                cache + "/mlestate/opa-1.22.2/opa"),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> folder + "/opa"))
        .map(Path::of)
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
