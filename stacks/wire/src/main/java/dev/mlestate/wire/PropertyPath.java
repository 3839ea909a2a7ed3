package dev.mlestate.wire;

import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place within properties, such as {@code a.b[0]["c.d"]}; {@code *} and {@code [*]} stand for
 * every member or element.
 *
 * @param steps from the outermost inwards
 */
public record PropertyPath(List<Step> steps) {
  /** One step inwards. */
  public sealed interface Step {
    /** To an object's member. */
    record Member(String key) implements Step {}

    /** To a list's element, from 0. */
    record Element(int index) implements Step {}

    /** To every member or element. */
    record Every() implements Step {}
  }

  /** The place of the value itself. */
  public static final PropertyPath ROOT = new PropertyPath(List.of());

  private static final Step EVERY = new Step.Every();

  public PropertyPath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path, as leniently as Pulumi: any text up to the next dot or bracket is a key.
   *
   * @throws MalformedValueException if the text is not a path
   */
  public static PropertyPath parse(String text) {
    return new Parser(text).parse();
  }

  public PropertyPath member(String key) {
    return then(new Step.Member(key));
  }

  public PropertyPath element(int index) {
    return then(new Step.Element(index));
  }

  private PropertyPath then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new PropertyPath(longer);
  }

  /** The path without its first step. */
  public PropertyPath rest() {
    return new PropertyPath(steps.subList(1, steps.size()));
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** Whether the other place is this one or lies within it. */
  public boolean contains(PropertyPath other) {
    if (other.steps.size() < steps.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      Step mine = steps.get(i);
      if (!(mine instanceof Step.Every) && !mine.equals(other.steps.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The value at this place, looking through secrets; empty if there is none or a step is every.
   */
  public Optional<PropertyValue> get(PropertyValue value) {
    PropertyValue here = value;
    for (Step step : steps) {
      PropertyValue plain = PropertyValues.unwrap(here);
      if (step instanceof Step.Member member && plain instanceof Obj object) {
        Optional<PropertyValue> next = PropertyValues.get(object, member.key());
        if (next.isEmpty()) {
          return Optional.empty();
        }
        here = next.get();
      } else if (step instanceof Step.Element element
          && plain instanceof Array array
          && element.index() < array.elements().size()) {
        here = array.elements().get(element.index());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(here);
  }

  /** The path's text; {@link #parse} reads it back. */
  @Override
  public String toString() {
    String text = "";
    for (Step step : steps) {
      if (step instanceof Step.Member member) {
        text = join(text, member.key());
      } else if (step instanceof Step.Element element) {
        text += "[" + element.index() + "]";
      } else {
        text += "[*]";
      }
    }
    return text;
  }

  /** The text of a member's place, given its object's. */
  static String join(String path, String key) {
    boolean bare = !key.isEmpty() && key.chars().allMatch(PropertyPath::isWordCharacter);
    if (bare) {
      return path.isEmpty() ? key : path + "." + key;
    }
    return path + "[\"" + key.replace("\"", "\\\"") + "\"]";
  }

  private static boolean isWordCharacter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static final class Parser {
    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
    }

    PropertyPath parse() {
      if (text.startsWith(".")) {
        throw malformed("a path starts with a name or an index");
      }
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '.') {
          at++;
          if (at == text.length()) {
            throw malformed("a path ends with a name or an index");
          }
        } else if (c == '[') {
          bracket();
        } else {
          name();
        }
      }
      return new PropertyPath(steps);
    }

    private void name() {
      int start = at;
      while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
        at++;
      }
      String name = text.substring(start, at);
      steps.add(name.equals("*") ? EVERY : new Step.Member(name));
    }

    private void bracket() {
      if (text.startsWith("[\"", at)) {
        quoted();
        return;
      }
      int end = text.indexOf(']', at);
      if (end < 0) {
        throw malformed("a bracket is not closed");
      }
      String index = text.substring(at + 1, end);
      at = end + 1;
      if (index.equals("*")) {
        steps.add(EVERY);
        return;
      }
      if (!index.matches("[0-9]{1,9}")) {
        throw malformed("'" + index + "' is not an index");
      }
      steps.add(new Step.Element(Integer.parseInt(index)));
    }

    private void quoted() {
      StringBuilder key = new StringBuilder();
      int i = at + 2;
      while (true) {
        if (i >= text.length()) {
          throw malformed("a quote is not closed");
        }
        char c = text.charAt(i);
        if (c == '"') {
          break;
        }
        if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
          c = '"';
        }
        key.append(c);
        i++;
      }
      if (i + 1 >= text.length() || text.charAt(i + 1) != ']') {
        throw malformed("a bracket is not closed");
      }
      at = i + 2;
      // Pulumi reads a quoted star as every member, too.
      steps.add(key.toString().equals("*") ? EVERY : new Step.Member(key.toString()));
    }

    private MalformedValueException malformed(String reason) {
      return new MalformedValueException(text, "not a property path: " + reason);
    }
  }
}
