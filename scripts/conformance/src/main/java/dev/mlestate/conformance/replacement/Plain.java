package dev.mlestate.conformance.replacement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.Optional;

/** Plain values as tables write them. */
final class Plain {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Plain() {}

  /** The text of a string, number or boolean; empty for any other value. */
  static String text(PropertyValue value) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Str text) {
      return text.value();
    }
    if (plain instanceof PropertyValue.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (plain instanceof PropertyValue.Num number) {
      return number.value() == Math.rint(number.value())
          ? String.valueOf((long) number.value())
          : String.valueOf(number.value());
    }
    return "";
  }

  /** The JSON object or list that a text is; empty if it is none. */
  static Optional<JsonNode> document(PropertyValue value) {
    if (!(PropertyValues.unwrap(value) instanceof Str text)) {
      return Optional.empty();
    }
    String start = text.value().stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(start));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Whether two values are JSON documents that say the same. */
  static boolean sameDocument(PropertyValue before, PropertyValue after) {
    Optional<JsonNode> old = document(before);
    return old.isPresent() && old.equals(document(after));
  }
}
