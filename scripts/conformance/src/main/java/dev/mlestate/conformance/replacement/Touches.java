package dev.mlestate.conformance.replacement;

import dev.mlestate.conformance.replacement.Touch.Manner;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the places of the tables that a change touches. */
final class Touches {
  private final Comparing comparing;
  private final List<Touch> found = new ArrayList<>();

  private Touches(Comparing comparing) {
    this.comparing = comparing;
  }

  static List<Touch> of(Comparing comparing, Shape inputs, Obj before, Obj after) {
    Touches touches = new Touches(comparing);
    touches.members(
        "",
        inputs,
        (Obj) PropertyValues.withoutSecrets((PropertyValue) before),
        (Obj) PropertyValues.withoutSecrets((PropertyValue) after));
    return List.copyOf(touches.found);
  }

  private void members(String place, Shape shape, Obj before, Obj after) {
    SortedSet<String> names = new TreeSet<>(before.members().keySet());
    names.addAll(after.members().keySet());
    for (String name : names) {
      if (!name.startsWith("__")) {
        compare(join(place, name), shape.member(name), at(before, name), at(after, name));
      }
    }
  }

  private static String join(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private static PropertyValue at(Obj object, String name) {
    return PropertyValues.unwrap(object.members().getOrDefault(name, PropertyValues.NULL));
  }

  private void compare(String place, Shape shape, PropertyValue before, PropertyValue after) {
    boolean gone = none(shape, after);
    boolean fresh = none(shape, before);
    if (before.equals(after) || (gone && fresh) || comparing.same(place, before, after)) {
      return;
    }
    if (gone) {
      // Where the provider keeps what it has, none at all has to be asked for.
      if (!comparing.keeps(place) || !(after instanceof Null)) {
        found.add(new Touch(place, Manner.GOES, before, PropertyValues.NULL));
        within(place, shape, before, Manner.GOES_WITHIN);
      }
    } else if (fresh) {
      found.add(new Touch(place, Manner.COMES, PropertyValues.NULL, after));
      within(place, shape, after, Manner.COMES_WITHIN);
    } else if (before instanceof Obj old && after instanceof Obj now) {
      objects(place, shape, old, now);
    } else if (before instanceof Array old && after instanceof Array now) {
      lists(place, shape, old.elements(), now.elements());
    } else {
      found.add(new Touch(place, Manner.VALUE, before, after));
    }
  }

  private boolean none(Shape shape, PropertyValue value) {
    if (value instanceof Null || !comparing.emptyIsNone()) {
      return value instanceof Null;
    }
    return (value instanceof Array list && list.elements().isEmpty())
        || (value instanceof Obj map
            && map.members().isEmpty()
            && !(shape instanceof Shape.Members));
  }

  private void objects(String place, Shape shape, Obj before, Obj after) {
    if (!(shape instanceof Shape.Entries entries)) {
      members(place, shape, before, after);
      return;
    }
    if (!(entries.value() instanceof Shape.Members)) {
      found.add(new Touch(place, Manner.VALUE, before, after));
      return;
    }
    SortedSet<String> keys = new TreeSet<>(before.members().keySet());
    keys.addAll(after.members().keySet());
    for (String key : keys) {
      PropertyValue old = at(before, key);
      PropertyValue now = at(after, key);
      if (old instanceof Null || now instanceof Null) {
        element(place, "{}", entries.value(), old instanceof Null ? now : old, old instanceof Null);
      } else {
        compare(place + "{}", entries.value(), old, now);
      }
    }
  }

  private void lists(
      String place, Shape shape, List<PropertyValue> before, List<PropertyValue> after) {
    List<PropertyValue> old = before;
    List<PropertyValue> now = after;
    if (comparing.isSet(place)) {
      old = without(place, shape, before, after);
      now = without(place, shape, after, before);
    }
    boolean plain =
        before.stream().noneMatch(Touches::composed) && after.stream().noneMatch(Touches::composed);
    if (plain) {
      if (!old.equals(now)) {
        found.add(
            new Touch(place, Manner.VALUE, PropertyValues.of(before), PropertyValues.of(after)));
      }
      return;
    }
    if (comparing.isSet(place)) {
      // To the provider an element of a set goes or comes whole.
      int more = now.size() - old.size();
      if (more != 0) {
        counted(place, more > 0);
      }
      old.forEach(value -> inside(place + "[]", shape.element(), value, Manner.GOES_IN_ELEMENT));
      now.forEach(value -> inside(place + "[]", shape.element(), value, Manner.COMES_IN_ELEMENT));
      return;
    }
    int common = Math.min(old.size(), now.size());
    for (int i = 0; i < common; i++) {
      compare(
          place + "[]",
          shape.element(),
          PropertyValues.unwrap(old.get(i)),
          PropertyValues.unwrap(now.get(i)));
    }
    boolean more = now.size() > old.size();
    for (PropertyValue value :
        (more ? now : old).subList(common, Math.max(old.size(), now.size()))) {
      element(place, "[]", shape.element(), value, more);
    }
  }

  private void element(String place, String step, Shape shape, PropertyValue value, boolean more) {
    counted(place, more);
    inside(place + step, shape, value, more ? Manner.COMES_IN_ELEMENT : Manner.GOES_IN_ELEMENT);
  }

  private void counted(String place, boolean more) {
    found.add(
        new Touch(
            place, more ? Manner.MORE : Manner.FEWER, PropertyValues.NULL, PropertyValues.NULL));
  }

  private static boolean composed(PropertyValue value) {
    PropertyValue plain = PropertyValues.unwrap(value);
    return plain instanceof Obj || plain instanceof Array;
  }

  private List<PropertyValue> without(
      String place, Shape shape, List<PropertyValue> values, List<PropertyValue> others) {
    return values.stream()
        .filter(value -> others.stream().noneMatch(other -> equal(place, shape, value, other)))
        .toList();
  }

  private boolean equal(String place, Shape shape, PropertyValue one, PropertyValue other) {
    Touches touches = new Touches(comparing);
    touches.compare(
        place + "[]", shape.element(), PropertyValues.unwrap(one), PropertyValues.unwrap(other));
    return touches.found.isEmpty();
  }

  /** What is set within a value that comes or goes, the value itself not counted. */
  private void within(String place, Shape shape, PropertyValue value, Manner manner) {
    if (value instanceof Obj object) {
      if (shape instanceof Shape.Entries entries && !(entries.value() instanceof Shape.Members)) {
        return;
      }
      object
          .members()
          .forEach(
              (name, member) ->
                  inside(
                      shape instanceof Shape.Entries ? place + "{}" : join(place, name),
                      shape instanceof Shape.Entries entries ? entries.value() : shape.member(name),
                      member,
                      manner));
    } else if (value instanceof Array array) {
      array.elements().stream()
          .filter(Touches::composed)
          .forEach(element -> inside(place + "[]", shape.element(), element, ofElement(manner)));
    }
  }

  private static Manner ofElement(Manner manner) {
    return manner == Manner.COMES_WITHIN
        ? Manner.COMES_IN_ELEMENT
        : manner == Manner.GOES_WITHIN ? Manner.GOES_IN_ELEMENT : manner;
  }

  private void inside(String place, Shape shape, PropertyValue wrapped, Manner manner) {
    PropertyValue value = PropertyValues.unwrap(wrapped);
    boolean goes = manner == Manner.GOES_WITHIN || manner == Manner.GOES_IN_ELEMENT;
    if (value instanceof Null || (goes && comparing.keeps(place)) || none(shape, value)) {
      return;
    }
    boolean element = place.endsWith("[]") || place.endsWith("{}");
    if (!element) {
      found.add(
          new Touch(
              place,
              manner,
              goes ? value : PropertyValues.NULL,
              goes ? PropertyValues.NULL : value));
    }
    within(place, shape, value, manner);
  }
}
