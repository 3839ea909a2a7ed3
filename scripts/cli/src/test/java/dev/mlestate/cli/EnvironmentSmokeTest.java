package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README promises, with the real program, the real engine and the simulated cloud. */
class EnvironmentSmokeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dev-aws.yaml", "prod-aws.yaml"})
  void anEnvironmentComesUpStaysAndGoes(String file) throws Exception {
    Checkout checkout = Checkout.in(folder);

    Invocation up = Invocation.of("up", checkout.file(file));
    assertThat(up.err()).doesNotContain("error:").doesNotContain("\tat ");
    assertThat(up.code()).isZero();
    assertThat(up.out())
        .containsSubsequence("Plan of", "Policies", "+  create", "created", "Outputs", "State");

    Invocation again = Invocation.of("up", checkout.file(file));
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("no changes;");

    Invocation destroy = Invocation.of("destroy", "--yes", checkout.file(file));
    assertThat(destroy.code()).isZero();
    assertThat(destroy.out()).doesNotContain("left:");
    assertThat(JSON.readTree(Invocation.of("stack", "export", checkout.file(file)).out()))
        .extracting(state -> state.at("/deployment/resources").size())
        .isEqualTo(0);
  }

  @Test
  void aPoolsMaximumChangesThatPoolAlone() throws Exception {
    Checkout checkout = Checkout.in(folder);
    assertThat(Invocation.of("up", checkout.file("dev-aws.yaml")).code()).isZero();
    checkout.edit(
        "dev-aws.yaml", text -> text.replace("nodes: {min: 0, max: 1}", "nodes: {min: 0, max: 2}"));

    JsonNode preview =
        JSON.readTree(Invocation.of("preview", "--json", checkout.file("dev-aws.yaml")).out());

    List<String> changed = new ArrayList<>();
    for (JsonNode step : preview.get("steps")) {
      if (!step.get("op").asText().equals("same")) {
        changed.add(step.get("op").asText() + " " + step.get("urn").asText());
      }
    }
    assertThat(changed).isNotEmpty().allMatch(step -> step.startsWith("update "));
    assertThat(changed).allMatch(step -> step.contains("mlestate:aws:NodePool$"));
    assertThat(changed).allMatch(step -> step.contains("h100"));
  }
}
