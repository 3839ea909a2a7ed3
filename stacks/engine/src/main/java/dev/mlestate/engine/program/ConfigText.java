package dev.mlestate.engine.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration value as text: a string as it is, anything else as Go's encoder of JSON writes
 * it, since programs see exactly that text (Plaintext.marshalText of Pulumi 3.260).
 */
final class ConfigText {
  /** From here on Go writes a number with an exponent. */
  private static final double LARGE = 1e21;

  private static final double SMALL = 1e-6;

  private ConfigText() {}

  static String of(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      value.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
      String separator = "{";
      for (Map.Entry<String, JsonNode> member : members.entrySet()) {
        text.append(separator).append(quoted(member.getKey())).append(':');
        write(member.getValue(), text);
        separator = ",";
      }
      text.append(members.isEmpty() ? "{}" : "}");
    } else if (value.isArray()) {
      text.append('[');
      for (Iterator<JsonNode> elements = value.elements(); elements.hasNext(); ) {
        write(elements.next(), text);
        text.append(elements.hasNext() ? "," : "");
      }
      text.append(']');
    } else if (value.isTextual()) {
      text.append(quoted(value.textValue()));
    } else if (value.isIntegralNumber()) {
      text.append(value.bigIntegerValue());
    } else if (value.isNumber()) {
      text.append(number(value.doubleValue()));
    } else {
      text.append(value);
    }
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (size == 0 || (size >= SMALL && size < LARGE)) {
      String plain = new BigDecimal(Double.toString(value)).toPlainString();
      return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
    }
    // Go: 1e+21, 1.5e-7.
    String[] parts = Double.toString(value).split("E", 2);
    String digits = parts[0].replaceAll("\\.0$", "");
    return digits + (parts[1].startsWith("-") ? "e" : "e+") + parts[1];
  }

  private static String quoted(String value) {
    String json = com.fasterxml.jackson.databind.node.TextNode.valueOf(value).toString();
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
