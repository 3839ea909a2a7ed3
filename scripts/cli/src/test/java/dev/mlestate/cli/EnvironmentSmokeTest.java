package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises, with the real program, the real engine and the simulated cloud. */
class EnvironmentSmokeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void devComesUpStaysShowsOnlyWhatAnEditChangesAndGoes() throws Exception {
    Checkout checkout = Checkout.in(folder);
    String file = checkout.file("dev-aws.yaml");

    Invocation up = Invocation.of("up", file);
    assertThat(up.err()).doesNotContain("error:").doesNotContain("\tat ");
    assertThat(up.code()).isZero();
    assertThat(up.out())
        .containsSubsequence(
            "Plan of vision-dev",
            "Policies",
            "+  create",
            "Monthly cost of vision-dev",
            "Outputs",
            "clusterEndpoints",
            "State",
            "state.json",
            "simulated");

    Invocation again = Invocation.of("up", file);
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("no changes;").doesNotContain("create ");

    checkout.edit("dev-aws.yaml", text -> text.replace("{min: 0, max: 1}", "{min: 0, max: 2}"));
    List<String> changes = changes(Invocation.of("preview", "--json", file));
    assertThat(changes).hasSize(3).allMatch(step -> step.startsWith("update "));
    assertThat(changes).filteredOn(step -> step.contains("NodeGroup")).hasSize(2);
    assertThat(changes)
        .allMatch(step -> step.contains("mlestate:aws:NodePool$") && step.contains("h100"));

    Invocation destroy = Invocation.of("destroy", "--yes", file);
    assertThat(destroy.code()).isZero();
    assertThat(destroy.out()).doesNotContain("left:");
    JsonNode state = JSON.readTree(Invocation.of("stack", "export", file).out());
    assertThat(state.at("/deployment/resources").size()).isZero();
  }

  private static List<String> changes(Invocation preview) throws Exception {
    assertThat(preview.code()).isZero();
    List<String> changes = new ArrayList<>();
    for (JsonNode step : JSON.readTree(preview.out()).get("steps")) {
      if (!step.get("op").asText().equals("same")) {
        changes.add(step.get("op").asText() + " " + step.get("urn").asText());
      }
    }
    return changes;
  }
}
