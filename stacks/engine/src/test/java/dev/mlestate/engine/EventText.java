package dev.mlestate.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One event in a line without what differs from run to run: times, ids, values. Behind a property's
 * name, ! is a secret, ? an unknown value, * an asset. The same was done to the recorded events.
 */
final class EventText {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private EventText() {}

  static Optional<String> of(JsonNode event) {
    if (event.has("resourcePreEvent")) {
      return Optional.of("pre " + step(event.get("resourcePreEvent")));
    }
    if (event.has("resOutputsEvent")) {
      return Optional.of("outputs " + step(event.get("resOutputsEvent")));
    }
    if (event.has("resOpFailedEvent")) {
      JsonNode body = event.get("resOpFailedEvent");
      return Optional.of("failed " + step(body) + " steps " + body.get("steps").asInt());
    }
    if (event.has("summaryEvent")) {
      return Optional.of(summary(event.get("summaryEvent")));
    }
    if (event.has("diagnosticEvent")) {
      JsonNode body = event.get("diagnosticEvent");
      String text =
          body.path("prefix").asText() + body.get("message").asText().strip() + " " + name(body);
      return body.get("severity").asText().equals("error")
          ? Optional.of(text.strip())
          : Optional.empty();
    }
    return event.has("cancelEvent") ? Optional.of("cancel") : Optional.empty();
  }

  private static String name(JsonNode body) {
    String urn = body.path("urn").asText();
    String name = urn.substring(urn.lastIndexOf(':') + 1);
    return name.equals("estate-dev") ? "stack" : name;
  }

  private static String step(JsonNode body) {
    JsonNode metadata = body.get("metadata");
    StringBuilder text = new StringBuilder(metadata.get("op").asText());
    text.append(' ').append(name(metadata));
    text.append(' ').append(state(metadata.get("old")));
    text.append(" -> ").append(state(metadata.get("new")));
    for (String list : List.of("keys", "diffs")) {
      if (metadata.has(list)) {
        text.append(' ').append(list).append('=');
        text.append(
            StreamSupport.stream(metadata.get(list).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(",")));
      }
    }
    JsonNode detailed = metadata.get("detailedDiff");
    if (!detailed.isNull()) {
      text.append(" {");
      text.append(
          detailed.properties().stream()
              .map(entry -> entry.getKey() + ":" + entry.getValue().get("diffKind").asText())
              .sorted()
              .collect(Collectors.joining(",")));
      text.append('}');
    }
    text.append(metadata.path("logical").asBoolean() ? " logical" : "");
    return text.append(body.path("planning").asBoolean() ? " planning" : "").toString();
  }

  private static String state(JsonNode state) {
    if (state.isNull()) {
      return "-";
    }
    String id = state.get("id").asText();
    List<String> words = new ArrayList<>();
    if (!id.isEmpty()) {
      words.add(id.equals(UNKNOWN) ? "?" : "id");
    }
    for (String flag : List.of("custom", "delete", "protect", "external")) {
      if (state.path(flag).asBoolean()) {
        words.add(flag);
      }
    }
    words.add("in " + properties(state.get("inputs")));
    words.add("out " + properties(state.get("outputs")));
    return "(" + String.join(" ", words) + ")";
  }

  private static String properties(JsonNode properties) {
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    properties.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + mark(entry.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String mark(JsonNode value) {
    String signature = value.path(SIGNATURE).asText();
    if (signature.equals(SECRET)) {
      return value.get("ciphertext").asText().equals("[secret]") ? "!" : "";
    }
    if (signature.equals(ASSET)) {
      return value.get("text").asText().equals("<contents elided>") ? "*" : "";
    }
    return value.asText().equals(UNKNOWN) ? "?" : "";
  }

  private static String summary(JsonNode body) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    body.get("resourceChanges")
        .properties()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
    return "summary "
        + counts.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "))
        + " "
        + body.get("result").asText()
        + (body.get("isPreview").asBoolean() ? " preview" : "");
  }
}
