package dev.mlestate.simulated.diff;

import dev.mlestate.simulated.diff.PropertyChange.Kind;
import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds what differs between two sets of inputs of a type, as the provider sees it: the order
 * within a set does not matter, nor does a JSON document's layout, nor an empty list in place of
 * none.
 */
public final class InputComparison {
  private static final ValueType ANYTHING = new ValueType.Anything();

  private final Schema schema;
  private final Sameness sameness;
  private final List<PropertyChange> changes = new ArrayList<>();

  private InputComparison(Schema schema, Sameness sameness) {
    this.schema = schema;
    this.sameness = sameness;
  }

  /**
   * All differences, in the order of their properties.
   *
   * @param sameness what the provider takes for the same
   */
  public static List<PropertyChange> of(
      Schema schema, Sameness sameness, ObjectDeclaration declared, Obj before, Obj after) {
    InputComparison comparison = new InputComparison(schema, sameness);
    comparison.compareMembers("", "", declared, before, after);
    return List.copyOf(comparison.changes);
  }

  private void compareMembers(
      String path, String table, ObjectDeclaration declared, Obj before, Obj after) {
    SortedSet<String> names = new TreeSet<>(before.members().keySet());
    names.addAll(after.members().keySet());
    for (String name : names) {
      if (!name.startsWith("__")) {
        PropertyDeclaration property = declared.members().get(name);
        compare(
            PropertyPath.parse(path).member(name).toString(),
            table.isEmpty() ? name : table + "." + name,
            property == null ? ANYTHING : property.type(),
            member(before, name),
            member(after, name));
      }
    }
  }

  private static PropertyValue member(Obj object, String name) {
    return PropertyValues.unwrap(object.members().getOrDefault(name, PropertyValues.NULL));
  }

  private void compare(
      String path, String table, ValueType given, PropertyValue before, PropertyValue after) {
    ValueType type = alternative(given, after instanceof Null ? before : after);
    if (before.equals(after)
        || (absent(type, before) && absent(type, after))
        || sameness.same(table, before, after)) {
      return;
    }
    if (absent(type, before)) {
      add(path, Kind.ADD, inside(table, type, after, true));
    } else if (absent(type, after)) {
      // Where the provider would fill in a value, none at all has to be asked for.
      boolean emptied = !(after instanceof Null) && sameness.fillsIn(table);
      add(path, emptied ? Kind.UPDATE : Kind.DELETE, inside(table, type, before, false));
    } else if (before instanceof Obj old && after instanceof Obj fresh) {
      compareObjects(path, table, type, old, fresh);
    } else if (before instanceof Array old && after instanceof Array fresh) {
      compareLists(path, table, type, old.elements(), fresh.elements());
    } else if (sameness.layoutCounts() || !sameDocument(before, after)) {
      if (after instanceof Unknown && sameness.unknownIsOneChange()) {
        add(path, Kind.UPDATE, Set.of(table));
        return;
      }
      Set<String> places = inside(table, type, before, false);
      places.addAll(inside(table, type, after, true));
      add(path, Kind.UPDATE, places);
    }
  }

  /** Of two types the one that a value is of. */
  private ValueType alternative(ValueType type, PropertyValue value) {
    if (!(type instanceof ValueType.Either either)) {
      return type;
    }
    boolean left =
        value instanceof Obj object
            ? either.left() instanceof ValueType.Nested nested
                && declared(nested).members().keySet().containsAll(object.members().keySet())
            : !(either.left() instanceof ValueType.Nested);
    return alternative(left ? either.left() : either.right(), value);
  }

  private void add(String path, Kind kind, Set<String> tablePaths) {
    changes.add(new PropertyChange(path, kind, new TreeSet<>(tablePaths)));
  }

  private boolean absent(ValueType type, PropertyValue value) {
    if (value instanceof Null || !sameness.emptyIsNone()) {
      return value instanceof Null;
    }
    boolean object = type instanceof ValueType.Nested;
    return (value instanceof Array list && list.elements().isEmpty())
        || (!object && value instanceof Obj map && map.members().isEmpty());
  }

  private void compareObjects(String path, String table, ValueType type, Obj before, Obj after) {
    if (type instanceof ValueType.Nested nested) {
      compareMembers(path, table, declared(nested), before, after);
      return;
    }
    ValueType member = type instanceof ValueType.MapOf map ? map.value() : ANYTHING;
    String place = member instanceof ValueType.Nested ? table + "{}" : table;
    SortedSet<String> keys = new TreeSet<>(before.members().keySet());
    keys.addAll(after.members().keySet());
    for (String key : keys) {
      compare(
          PropertyPath.parse(path).member(key).toString(),
          place,
          member,
          member(before, key),
          member(after, key));
    }
  }

  private void compareLists(
      String path,
      String table,
      ValueType type,
      List<PropertyValue> before,
      List<PropertyValue> after) {
    ValueType element = type instanceof ValueType.ListOf list ? list.element() : ANYTHING;
    if (sameness.isSet(table)) {
      compareSets(path, table, element, before, after);
      return;
    }
    int common = Math.min(before.size(), after.size());
    for (int i = 0; i < common; i++) {
      compare(
          path + "[" + i + "]",
          elementPlace(table, element),
          element,
          PropertyValues.unwrap(before.get(i)),
          PropertyValues.unwrap(after.get(i)));
    }
    for (int i = common; i < Math.max(before.size(), after.size()); i++) {
      boolean added = i < after.size();
      Set<String> places =
          insideElement(table, element, added ? after.get(i) : before.get(i), added);
      places.add(table);
      add(path + "[" + i + "]", added ? Kind.ADD : Kind.DELETE, places);
    }
  }

  /**
   * Elements that only one side has went or came whole, even if they differ in one member alone.
   */
  private void compareSets(
      String path,
      String table,
      ValueType element,
      List<PropertyValue> before,
      List<PropertyValue> after) {
    List<Integer> gone = unmatched(path, table, element, before, after);
    List<Integer> come = unmatched(path, table, element, after, before);
    Set<String> container = gone.size() == come.size() ? Set.of() : Set.of(table);
    for (int i : gone) {
      Set<String> places = insideElement(table, element, before.get(i), false);
      places.addAll(container);
      add(path + "[" + i + "]", come.contains(i) ? Kind.UPDATE : Kind.DELETE, places);
    }
    for (int i : come) {
      Set<String> places = insideElement(table, element, after.get(i), true);
      places.addAll(container);
      add(path + "[" + i + "]", gone.contains(i) ? Kind.UPDATE : Kind.ADD, places);
    }
  }

  private List<Integer> unmatched(
      String path,
      String table,
      ValueType element,
      List<PropertyValue> from,
      List<PropertyValue> others) {
    List<Integer> unmatched = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      PropertyValue value = from.get(i);
      // An element that is there twice is there once.
      if (others.stream().noneMatch(other -> equal(path, table, element, value, other))) {
        unmatched.add(i);
      }
    }
    return unmatched;
  }

  /** Whether two elements are the same as the provider sees them. */
  private boolean equal(
      String path, String table, ValueType element, PropertyValue value, PropertyValue other) {
    InputComparison comparison = new InputComparison(schema, sameness);
    comparison.compare(
        path,
        elementPlace(table, element),
        element,
        PropertyValues.unwrap(value),
        PropertyValues.unwrap(other));
    return comparison.changes.isEmpty();
  }

  private static String elementPlace(String table, ValueType element) {
    return element instanceof ValueType.Nested || element instanceof ValueType.ListOf
        ? table + "[]"
        : table;
  }

  private Set<String> insideElement(
      String table, ValueType element, PropertyValue value, boolean coming) {
    if (sameness.elementIsOneChange()) {
      return new LinkedHashSet<>(Set.of(table));
    }
    Set<String> places = inside(elementPlace(table, element), element, value, coming);
    places.remove(table + "[]");
    if (!(element instanceof ValueType.Nested)) {
      places.add(table);
    }
    return places;
  }

  /** The place and, within an object or list, the place of everything that is set. */
  private Set<String> inside(String table, ValueType given, PropertyValue wrapped, boolean coming) {
    PropertyValue value = PropertyValues.unwrap(wrapped);
    ValueType type = alternative(given, value);
    Set<String> places = new LinkedHashSet<>();
    places.add(table);
    if (type instanceof ValueType.Nested nested && value instanceof Obj object) {
      ObjectDeclaration declared = declared(nested);
      object
          .members()
          .forEach(
              (name, member) -> {
                PropertyDeclaration property = declared.members().get(name);
                String place = table + "." + name;
                if (!(PropertyValues.unwrap(member) instanceof Null)
                    && !sameness.silent(place, PropertyValues.unwrap(member), coming)) {
                  places.addAll(
                      inside(place, property == null ? ANYTHING : property.type(), member, coming));
                }
              });
    } else if (type instanceof ValueType.ListOf list && value instanceof Array array) {
      array
          .elements()
          .forEach(element -> places.addAll(insideElement(table, list.element(), element, coming)));
    } else if (type instanceof ValueType.MapOf map
        && map.value() instanceof ValueType.Nested
        && value instanceof Obj object) {
      object
          .members()
          .values()
          .forEach(member -> places.addAll(inside(table + "{}", map.value(), member, coming)));
    }
    return places;
  }

  private ObjectDeclaration declared(ValueType.Nested nested) {
    return schema.object(nested.name()).orElse(ObjectDeclaration.of(Map.of()));
  }

  private static boolean sameDocument(PropertyValue before, PropertyValue after) {
    return !(before instanceof Unknown)
        && before instanceof Str old
        && after instanceof Str fresh
        && JsonText.same(old.value(), fresh.value());
  }
}
