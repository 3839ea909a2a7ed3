package dev.mlestate.testkit.reference;

import dev.mlestate.testkit.recorded.AcceptingCloud;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A resource that an example registered.
 *
 * @param inputs as they were given
 * @param handles what others say to mean it, such as its id, ARN or address; not its plain name
 */
public record Registered(
    String type, String name, Map<String, Object> inputs, List<String> handles) {
  public Registered {
    handles = List.copyOf(handles);
  }

  /** What a recorder has; what the cloud computes, but plain names, is a handle too. */
  public static List<Registered> of(AcceptingCloud cloud, RecordedStack stack) {
    return stack.resources().stream().map(each -> of(cloud, each)).toList();
  }

  private static Registered of(AcceptingCloud cloud, Recorded recorded) {
    List<String> handles = new ArrayList<>();
    handles.add(recorded.id());
    cloud
        .computed(recorded.type(), recorded.name(), recorded.inputs())
        .forEach(
            (output, value) -> {
              if (value instanceof String text && !output.equals("name")) {
                handles.add(text);
              }
            });
    return new Registered(recorded.type(), recorded.name(), recorded.inputs(), handles);
  }

  boolean has(String input) {
    return inputs.containsKey(input);
  }

  /** The last part of the type in lower case, such as vpcendpoint. */
  String kind() {
    return type.substring(type.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** The name that it is given in the cloud. */
  String physicalName() {
    for (Map.Entry<String, Object> input : inputs.entrySet()) {
      if (input.getKey().equalsIgnoreCase(kind() + "Name")) {
        return String.valueOf(input.getValue());
      }
    }
    return String.valueOf(inputs.getOrDefault("name", inputs.getOrDefault("bucket", name)));
  }

  /** Whether a text means it, by something that is its alone. */
  boolean isMeantBy(String text) {
    return handles.stream().anyMatch(handle -> contains(text, handle));
  }

  /** Not where the handle is only the beginning of a longer name. */
  private static boolean contains(String text, String handle) {
    for (int at = text.indexOf(handle); at >= 0; at = text.indexOf(handle, at + 1)) {
      int end = at + handle.length();
      if (end == text.length()
          || !(Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
        return true;
      }
    }
    return false;
  }
}
