package dev.mlestate.engine.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code Pulumi.yaml} declares of one configuration key.
 *
 * @param type Pulumi's word, {@code array<string>} for one with items; empty: any
 * @param value what it is where the stack says nothing: its default or value
 * @param secret whether the stack's value must be encrypted
 */
record ConfigDeclaration(Optional<Type> type, Optional<JsonNode> value, boolean secret) {
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");

  /** A type of configuration, as {@code project.json} of Pulumi 3.260 has them. */
  enum Kind {
    STRING,
    INTEGER,
    BOOLEAN,
    OBJECT,
    ARRAY
  }

  /**
   * A type.
   *
   * @param items of an array
   */
  record Type(Kind kind, Optional<Type> items) {
    /** In Pulumi's words, such as {@code array<string>}. */
    String word() {
      return kind == Kind.ARRAY && items.isPresent()
          ? "array<" + items.get().word() + ">"
          : kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Whether a value is of this type. A scalar of a stack's configuration is text, so text that
     * reads as a number or truth value is one.
     */
    boolean accepts(JsonNode value) {
      return switch (kind) {
        case STRING -> value.isTextual();
        case INTEGER ->
            (value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue()))
                || (value.isTextual() && INTEGER.matcher(value.textValue()).matches());
        case BOOLEAN ->
            value.isBoolean()
                || (value.isTextual()
                    && (value.textValue().equals("true") || value.textValue().equals("false")));
        case OBJECT -> value.isObject();
        case ARRAY -> value.isArray() && items.isPresent() && acceptsAll(items.get(), value);
      };
    }

    private static boolean acceptsAll(Type items, JsonNode array) {
      for (JsonNode item : array) {
        if (!items.accepts(item)) {
          return false;
        }
      }
      return true;
    }
  }
}
