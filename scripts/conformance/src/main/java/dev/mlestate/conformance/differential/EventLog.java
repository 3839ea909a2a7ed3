package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.conformance.differential.TraceEvent.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what {@code --event-log} writes: Pulumi's apitype.EngineEvent, one a line. */
final class EventLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COLOUR = Pattern.compile("<\\{%[^%]*%\\}>");

  private EventLog() {}

  /** The steps and errors of a log; of a file that is not there: none. */
  static Trace read(Path file, int exitCode, String output) throws IOException {
    List<TraceEvent> events = new ArrayList<>();
    TreeMap<String, JsonNode> values = new TreeMap<>();
    List<String> errors = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        JsonNode event = JSON.readTree(line);
        step(event, "resourcePreEvent", Phase.BEGUN, events);
        step(event, "resOutputsEvent", Phase.DONE, events);
        step(event, "resOpFailedEvent", Phase.FAILED, events);
        JsonNode done = event.path("resOutputsEvent").path("metadata");
        if (done.path("new").isObject()) {
          values.put(StateForm.urn(done.path("urn").asText()), StateForm.values(done.path("new")));
        }
        JsonNode said = event.path("diagnosticEvent");
        if (said.path("severity").asText().equals("error")) {
          errors.add(COLOUR.matcher(said.path("message").asText()).replaceAll("").strip());
        }
      }
    }
    if (exitCode != 0 && errors.isEmpty()) {
      errors.add(output);
    }
    return new Trace(exitCode, events, values, errors);
  }

  private static void step(JsonNode event, String member, Phase phase, List<TraceEvent> events) {
    if (!event.has(member)) {
      return;
    }
    JsonNode step = event.path(member).path("metadata");
    Map<String, String> detail = new TreeMap<>();
    step.path("detailedDiff")
        .properties()
        .forEach(
            change -> detail.put(change.getKey(), change.getValue().path("diffKind").asText()));
    events.add(
        new TraceEvent(
            phase,
            step.path("op").asText(),
            StateForm.urn(step.path("urn").asText()),
            strings(step.path("keys")),
            strings(step.path("diffs")),
            detail,
            Set.of(),
            Set.of()));
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(each -> strings.add(each.asText()));
    return strings;
  }
}
