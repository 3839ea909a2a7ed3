package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recorded results of a scenario: a file of YAML among this package's resources. */
final class ExpectedResults {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private ExpectedResults() {}

  /** A scenario's results in the form of the file. */
  static ObjectNode render(Scenario scenario, List<Observation> observations, String recorded) {
    ObjectNode node = YAML.createObjectNode();
    node.put("about", scenario.about());
    node.put("source", scenario.source());
    node.put("recorded", recorded);
    ArrayNode acts = node.putArray("acts");
    JsonNode before = MissingNode.getInstance();
    for (Observation observation : observations) {
      ObjectNode act = observation.render(scenario.showsValues());
      if (!act.has("state")) {
        acts.add(act);
        continue;
      }
      if (act.path("state").equals(before)) {
        act.put("state", "as before");
      } else {
        before = act.path("state").deepCopy();
      }
      acts.add(act);
    }
    return node;
  }

  /** What is compared: everything but where it comes from. */
  static ArrayNode acts(JsonNode results) {
    return (ArrayNode) results.path("acts");
  }

  static JsonNode read(Scenario scenario) {
    String name = scenario.name() + ".yaml";
    try (InputStream in = ExpectedResults.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there are no expected results " + name);
      }
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path folder, Scenario scenario, ObjectNode results) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(scenario.name() + ".yaml"), YAML.writeValueAsString(results));
  }

  /** The tree as it is after it has been written and read. */
  static JsonNode normalised(ObjectNode results) throws IOException {
    return YAML.readTree(YAML.writeValueAsString(results));
  }
}
