package dev.mlestate.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What a plain scalar is by YAML 1.2.2's core schema (section 10.3.2), without octal, hexadecimal,
 * infinity and not-a-number, which no key of ours takes.
 */
final class CoreSchemaResolver extends Resolver {
  static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");

  /** A leading zero makes it text: account numbers have them. */
  static final Pattern INT = Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,17})");

  static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]{1,30}|[0-9]{1,30}(?:\\.[0-9]{0,30})?)(?:[eE][-+]?[0-9]{1,2})?");
  private static final Pattern FLOAT_WITH_POINT =
      Pattern.compile(
          "[-+]?(?:\\.[0-9]{1,30}|[0-9]{1,30}\\.[0-9]{0,30})(?:[eE][-+]?[0-9]{1,2})?"
              + "|[-+]?[0-9]{1,30}[eE][-+]?[0-9]{1,2}");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, BOOL, "tTfF");
    addImplicitResolver(Tag.INT, INT, "-+0123456789");
    addImplicitResolver(Tag.FLOAT, FLOAT_WITH_POINT, "-+0123456789.");
    addImplicitResolver(Tag.NULL, NULL, "~nN\0");
    addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
  }

  /** The number that a text matching INT or FLOAT stands for. */
  static JsonNode number(String text) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (INT.matcher(text).matches()) {
      long value = Long.parseLong(text);
      return value == (int) value ? make.numberNode((int) value) : make.numberNode(value);
    }
    return make.numberNode(Double.parseDouble(text));
  }
}
