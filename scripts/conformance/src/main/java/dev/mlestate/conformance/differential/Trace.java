package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.conformance.differential.TraceEvent.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a command, or its preview, said.
 *
 * @param exitCode 0: it succeeded
 * @param values inputs and outputs of each resource in the end, by its URN without the stack's part
 * @param errors messages of severity error, in no order
 */
record Trace(
    int exitCode,
    List<TraceEvent> events,
    SortedMap<String, JsonNode> values,
    List<String> errors) {
  private static final int SHOWN_CHARACTERS = 300;

  /** The SDK's introduction of an exception: the process with its whole class path. */
  private static final Pattern PROCESS =
      Pattern.compile(
          "Running program \\[PID.*?failed with an unhandled exception:\\s*", Pattern.DOTALL);

  /**
   * As the expected results have it: each resource's steps in their order. The order of different
   * resources' steps is left to {@link StepOrder}.
   */
  ObjectNode render(String expectedError, boolean showsValues) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    TreeMap<String, List<String>> steps = new TreeMap<>();
    events.stream()
        .filter(event -> event.phase() == Phase.BEGUN)
        .forEach(
            event ->
                steps.computeIfAbsent(event.urn(), urn -> new ArrayList<>()).add(event.line()));
    ObjectNode shown = node.putObject("steps");
    steps.forEach((urn, lines) -> lines.forEach(line -> shown.withArray(pointer(urn)).add(line)));
    List<String> failed =
        events.stream()
            .filter(event -> event.phase() == Phase.FAILED)
            .map(event -> event.operation() + " " + event.urn())
            .sorted()
            .toList();
    if (!failed.isEmpty()) {
      failed.forEach(node.putArray("failed")::add);
    }
    if (exitCode != 0 || !expectedError.isEmpty()) {
      node.put("error", error(expectedError));
    }
    if (showsValues) {
      values.forEach(node.putObject("values")::set);
    }
    return node;
  }

  private static com.fasterxml.jackson.core.JsonPointer pointer(String urn) {
    return com.fasterxml.jackson.core.JsonPointer.empty().appendProperty(urn);
  }

  /** The expected phrase if an error has it; else all that was said. */
  private String error(String expected) {
    if (exitCode == 0) {
      return "(none)";
    }
    boolean found =
        !expected.isEmpty() && errors.stream().anyMatch(message -> message.contains(expected));
    return found
        ? expected
        : errors.stream()
            .map(message -> PROCESS.matcher(message).replaceAll(""))
            .map(message -> message.substring(0, Math.min(message.length(), SHOWN_CHARACTERS)))
            .collect(Collectors.joining(" | "));
  }
}
