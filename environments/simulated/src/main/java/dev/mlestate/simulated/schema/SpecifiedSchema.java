package dev.mlestate.simulated.schema;

import dev.mlestate.simulated.table.DatedTable;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An SDK's schema with the types and properties that later versions of the provider added, from
 * what is published of them.
 *
 * <p>The table's rows: type, property, type of the value, flags, the first version of the provider
 * that knows it. A property of an object is {@code a.b}, of a list's objects {@code a[].b}; the
 * object has a row of its own before. Types are string, integer, number, boolean, object and any,
 * with {@code []} a list, with {@code {}} a map, and map (of strings). Flags: required; output (no
 * input, the provider computes it); computed (an input that the provider fills in when it is left
 * out).
 */
public final class SpecifiedSchema implements Schema {
  private final Schema base;
  private final SortedSet<String> tokens = new TreeSet<>();
  private final Map<String, ResourceDeclaration> resources = new HashMap<>();
  private final Map<String, ObjectDeclaration> objects = new HashMap<>();

  /** What a provider of a version knows, by a table beside a class. */
  public SpecifiedSchema(Schema base, Class<?> beside, String table, String version) {
    this.base = base;
    tokens.addAll(base.tokens());
    for (List<String> row : DatedTable.rows(beside, table, 5)) {
      if (!newer(row.get(4), version)) {
        add(row.get(0), row.get(1), row.get(2), row.get(3));
      }
    }
  }

  /** Whether a version, such as 7.3.0 or v7.3.0, is later than another. */
  public static boolean newer(String version, String than) {
    String[] one = version.replaceFirst("^v", "").split("[.+-]", -1);
    String[] other = than.replaceFirst("^v", "").split("[.+-]", -1);
    for (int i = 0; i < 3; i++) {
      int difference = number(one, i) - number(other, i);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return false;
  }

  private static int number(String[] parts, int i) {
    return i < parts.length && parts[i].matches("[0-9]{1,9}") ? Integer.parseInt(parts[i]) : 0;
  }

  private void add(String token, String path, String type, String flags) {
    tokens.add(token);
    ResourceDeclaration declared =
        resource(token)
            .orElseGet(
                () ->
                    new ResourceDeclaration(
                        token, ObjectDeclaration.of(Map.of()), ObjectDeclaration.of(Map.of())));
    int dot = path.lastIndexOf('.');
    String name = path.substring(dot + 1);
    PropertyDeclaration input =
        new PropertyDeclaration(name, type(token + ":" + path, type), flags.contains("required"));
    boolean always = !flags.isEmpty();
    if (dot >= 0) {
      String container =
          nested(declared.inputs(), path.substring(0, dot).replace("[]", "").replace("{}", ""));
      objects.put(container, with(object(container).orElseThrow(), input));
      return;
    }
    ObjectDeclaration inputs = declared.inputs();
    if (!flags.contains("output")) {
      inputs = with(inputs, input);
    }
    ObjectDeclaration outputs =
        with(declared.outputs(), new PropertyDeclaration(name, input.type(), always));
    resources.put(token, new ResourceDeclaration(token, inputs, outputs));
  }

  private static ObjectDeclaration with(ObjectDeclaration declared, PropertyDeclaration added) {
    SortedMap<String, PropertyDeclaration> members = new TreeMap<>(declared.members());
    members.put(added.name(), added);
    return new ObjectDeclaration(members);
  }

  /** The name of the object at a path. */
  private String nested(ObjectDeclaration declared, String path) {
    ObjectDeclaration at = declared;
    String name = "";
    for (String step : List.of(path.split("\\.", -1))) {
      PropertyDeclaration member = at.members().get(step);
      ValueType type = member == null ? new ValueType.Anything() : element(member.type());
      if (!(type instanceof ValueType.Nested object)) {
        throw new IllegalStateException("no object is declared at " + path);
      }
      name = object.name();
      at = object(name).orElseThrow();
    }
    return name;
  }

  private static ValueType element(ValueType type) {
    if (type instanceof ValueType.ListOf list) {
      return list.element();
    }
    return type instanceof ValueType.MapOf map ? map.value() : type;
  }

  private ValueType type(String name, String text) {
    if (text.endsWith("[]")) {
      return new ValueType.ListOf(type(name, text.substring(0, text.length() - 2)));
    }
    if (text.endsWith("{}")) {
      return new ValueType.MapOf(type(name, text.substring(0, text.length() - 2)));
    }
    return switch (text) {
      case "string" -> new ValueType.Text();
      case "integer" -> new ValueType.Whole();
      case "number" -> new ValueType.Decimal();
      case "boolean" -> new ValueType.Flag();
      case "any" -> new ValueType.Anything();
      case "map" -> new ValueType.MapOf(new ValueType.Text());
      case "object" -> {
        objects.put(name, ObjectDeclaration.of(Map.of()));
        yield new ValueType.Nested(name);
      }
      default -> throw new IllegalStateException("no type: " + text);
    };
  }

  @Override
  public SortedSet<String> tokens() {
    return Collections.unmodifiableSortedSet(tokens);
  }

  @Override
  public Optional<ResourceDeclaration> resource(String token) {
    ResourceDeclaration added = resources.get(token);
    return added == null ? base.resource(token) : Optional.of(added);
  }

  @Override
  public Optional<ObjectDeclaration> object(String name) {
    ObjectDeclaration added = objects.get(name);
    return added == null ? base.object(name) : Optional.of(added);
  }

  @Override
  public List<String> choices(String name) {
    return base.choices(name);
  }
}
