package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads inputs and outputs. */
final class Inputs {
  private Inputs() {}

  private static PropertyValue value(Obj object, String path) {
    return PropertyPath.parse(path)
        .get(object)
        .map(PropertyValues::unwrap)
        .orElse(PropertyValues.NULL);
  }

  /** A text; empty if it is not given or not known. */
  static Optional<String> text(Obj object, String path) {
    return Optional.of(PropertyText.of(value(object, path))).filter(text -> !text.isEmpty());
  }

  /** Whether a flag is set to the value. */
  static boolean is(Obj object, String path, boolean wanted) {
    return value(object, path) instanceof Bool flag && flag.value() == wanted;
  }

  static Optional<Integer> number(Obj object, String path) {
    return value(object, path) instanceof Num number
        ? Optional.of((int) number.value())
        : Optional.empty();
  }

  static Optional<Obj> object(Obj object, String path) {
    return value(object, path) instanceof Obj member ? Optional.of(member) : Optional.empty();
  }

  /** The elements of a list; empty if it is not given. */
  static List<PropertyValue> list(Obj object, String path) {
    return value(object, path) instanceof Array array
        ? array.elements().stream().map(PropertyValues::unwrap).toList()
        : List.of();
  }

  /** The objects of a list. */
  static List<Obj> objects(Obj object, String path) {
    return list(object, path).stream().filter(Obj.class::isInstance).map(Obj.class::cast).toList();
  }

  /** The texts of a list. */
  static List<String> texts(Obj object, String path) {
    return list(object, path).stream()
        .map(PropertyText::of)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** The identities that a resource carries: most types list their ids, a few have a map by id. */
  static List<String> identities(Obj inputs) {
    String path = "identity.userAssignedIdentities";
    return object(inputs, path)
        .map(byId -> List.copyOf(byId.members().keySet()))
        .orElseGet(() -> texts(inputs, path));
  }

  /** Every text within a value, with its path. */
  static void eachText(String path, PropertyValue value, BiConsumer<String, String> action) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Str text) {
      action.accept(path, text.value());
    } else if (plain instanceof Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        eachText(path + "[" + i + "]", array.elements().get(i), action);
      }
    } else if (plain instanceof Obj object) {
      for (Map.Entry<String, PropertyValue> member : object.members().entrySet()) {
        String name = member.getKey();
        if (!name.startsWith("__")) {
          eachText(path.isEmpty() ? name : path + "." + name, member.getValue(), action);
        }
      }
    }
  }
}
