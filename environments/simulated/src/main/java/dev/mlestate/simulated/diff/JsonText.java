package dev.mlestate.simulated.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

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
}
