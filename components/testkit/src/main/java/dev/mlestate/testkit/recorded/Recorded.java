package dev.mlestate.testkit.recorded;

import java.util.List;
import java.util.Map;

/**
 * A resource as it was registered.
 *
 * @param provider that is named explicitly, as urn::id; empty if none is
 * @param id that the cloud gave it
 */
public record Recorded(
    String type, String name, Map<String, Object> inputs, String provider, String id) {
  /** The value at a path such as {@code rules[0].status}. */
  public Object at(String path) {
    Object value = inputs;
    for (String step : path.replace("[", ".").replace("]", "").split("\\.", -1)) {
      if (value instanceof Map<?, ?> map && map.containsKey(step)) {
        value = map.get(step);
      } else if (value instanceof List<?> list
          && step.matches("\\d+")
          && Integer.parseInt(step) < list.size()) {
        value = list.get(Integer.parseInt(step));
      } else {
        throw new AssertionError("no " + step + " of " + path + " in " + inputs);
      }
    }
    return value;
  }

  /** Whether the input is there at all. */
  public boolean has(String input) {
    return inputs.containsKey(input);
  }
}
