package dev.mlestate.simulated.cloud;

import java.util.Optional;

/**
 * A text with places in braces: {@code {a}} is the value of a, {@code {a|text}} the value of a or,
 * where there is none, the text, which may hold places of its own. What stands for {@code a} is an
 * output or input, or a place of the cloud's; {@code base:a} is the last segment of its path. A
 * brace after a dollar sign or before anything but a letter is only a brace.
 */
final class Template {
  /** Gives the value of a place. */
  interface Values {
    /** The value; empty where there is none. */
    Optional<String> value(String place);
  }

  private Template() {}

  /** The filled-in text; empty where a place without alternative has no value. */
  static Optional<String> fill(String template, Values values) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      if (!startsPlace(template, i)) {
        text.append(template.charAt(i++));
        continue;
      }
      int end = endOf(template, i);
      String place = template.substring(i + 1, end);
      int bar = place.indexOf('|');
      Optional<String> value = values.value(bar < 0 ? place : place.substring(0, bar));
      if (value.isEmpty() && bar >= 0) {
        value = fill(place.substring(bar + 1), values);
      }
      if (value.isEmpty()) {
        return Optional.empty();
      }
      text.append(value.get());
      i = end + 1;
    }
    return Optional.of(text.toString());
  }

  private static boolean startsPlace(String template, int i) {
    return template.charAt(i) == '{'
        && (i == 0 || template.charAt(i - 1) != '$')
        && i + 1 < template.length()
        && Character.isLetter(template.charAt(i + 1));
  }

  private static int endOf(String template, int start) {
    int depth = 0;
    for (int i = start; i < template.length(); i++) {
      if (template.charAt(i) == '{') {
        depth++;
      } else if (template.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("a brace is not closed: " + template);
  }
}
