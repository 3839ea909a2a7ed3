package dev.mlestate.simulated.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** JSON documents in strings, such as policies. */
final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonText() {}

  /** Whether both are JSON objects or lists that say the same. */
  static boolean same(String one, String other) {
    if (!document(one) || !document(other)) {
      return false;
    }
    try {
      return JSON.readTree(one).equals(JSON.readTree(other));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static boolean document(String text) {
    return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
  }

  /**
   * Whether a list of columns, objects with name and type, lacks a column of another or gives it
   * another type.
   */
  static boolean losesColumn(String before, String after) {
    try {
      Map<String, String> types = new HashMap<>();
      JSON.readTree(after)
          .forEach(column -> types.put(column.path("name").asText(), column.path("type").asText()));
      for (JsonNode column : JSON.readTree(before)) {
        String type = types.get(column.path("name").asText());
        if (type == null || !type.equals(column.path("type").asText())) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      return true;
    }
  }
}
