package dev.mlestate.simulated.check;

import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Archive;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Asset;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.ResourceReference;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;

/** Compares inputs with what the classes declare; an unknown value is accepted everywhere. */
public final class TypeChecker {
  private final Schema schema;

  public TypeChecker(Schema schema) {
    this.schema = schema;
  }

  /** Everything that is undeclared, missing or of another type. */
  public List<CheckFailure> check(ObjectDeclaration declared, Obj inputs) {
    List<CheckFailure> failures = new ArrayList<>();
    checkMembers("", declared, inputs, failures);
    return failures;
  }

  private void checkMembers(
      String path, ObjectDeclaration declared, Obj given, List<CheckFailure> failures) {
    given
        .members()
        .forEach(
            (name, value) -> {
              PropertyDeclaration property = declared.members().get(name);
              if (property != null) {
                checkValue(join(path, name), property.type(), value, failures);
              } else if (!name.startsWith("__")) {
                String near = Suggestions.suggestion(name, declared.members().keySet());
                failures.add(new CheckFailure(join(path, name), "unknown property" + near));
              }
            });
    for (PropertyDeclaration property : declared.members().values()) {
      PropertyValue value = given.members().get(property.name());
      if (property.required() && (value == null || PropertyValues.unwrap(value) instanceof Null)) {
        failures.add(
            new CheckFailure(
                join(path, property.name()),
                "missing required property, " + name(property.type())));
      }
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void checkValue(
      String path, ValueType type, PropertyValue wrapped, List<CheckFailure> failures) {
    PropertyValue value = PropertyValues.unwrap(wrapped);
    if (value instanceof Unknown || value instanceof Null || type instanceof ValueType.Anything) {
      return;
    }
    if (type instanceof ValueType.Either either) {
      List<CheckFailure> left = new ArrayList<>();
      List<CheckFailure> right = new ArrayList<>();
      checkValue(path, either.left(), value, left);
      checkValue(path, either.right(), value, right);
      if (!left.isEmpty() && !right.isEmpty()) {
        failures.addAll(left);
      }
    } else if (type instanceof ValueType.ListOf list && value instanceof Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        checkValue(path + "[" + i + "]", list.element(), array.elements().get(i), failures);
      }
    } else if (type instanceof ValueType.MapOf map && value instanceof Obj object) {
      object
          .members()
          .forEach((key, member) -> checkValue(join(path, key), map.value(), member, failures));
    } else if (type instanceof ValueType.Nested nested && value instanceof Obj object) {
      schema
          .object(nested.name())
          .ifPresent(declared -> checkMembers(path, declared, object, failures));
    } else if (type instanceof ValueType.Choice choice && value instanceof Str text) {
      checkChoice(path, text.value(), schema.choices(choice.name()), failures);
    } else if (!fits(type, value)) {
      failures.add(
          new CheckFailure(path, "wrong type: " + name(type) + " is expected, not " + name(value)));
    }
  }

  private static void checkChoice(
      String path, String text, List<String> choices, List<CheckFailure> failures) {
    if (!choices.isEmpty() && !choices.contains(text)) {
      failures.add(
          new CheckFailure(
              path,
              "\"%s\" is not one of %s%s"
                  .formatted(
                      text, String.join(", ", choices), Suggestions.suggestion(text, choices))));
    }
  }

  private static boolean fits(ValueType type, PropertyValue value) {
    if (type instanceof ValueType.Text) {
      return value instanceof Str || value instanceof ResourceReference;
    } else if (type instanceof ValueType.Whole) {
      return value instanceof Num number && number.value() == Math.rint(number.value());
    } else if (type instanceof ValueType.Decimal) {
      return value instanceof Num;
    } else if (type instanceof ValueType.Flag) {
      return value instanceof Bool;
    } else if (type instanceof ValueType.File) {
      return value instanceof Asset || value instanceof Archive;
    }
    return false;
  }

  private static String name(ValueType type) {
    if (type instanceof ValueType.Text || type instanceof ValueType.Choice) {
      return "a string";
    } else if (type instanceof ValueType.Whole) {
      return "an integer";
    } else if (type instanceof ValueType.Decimal) {
      return "a number";
    } else if (type instanceof ValueType.Flag) {
      return "a boolean";
    } else if (type instanceof ValueType.File) {
      return "an asset or archive";
    } else if (type instanceof ValueType.ListOf list) {
      return "a list, each element " + name(list.element());
    } else if (type instanceof ValueType.MapOf map) {
      return "a map, each value " + name(map.value());
    } else if (type instanceof ValueType.Nested) {
      return "an object";
    } else if (type instanceof ValueType.Either either) {
      return name(either.left());
    }
    return "any value";
  }

  private static String name(PropertyValue value) {
    if (value instanceof Str) {
      return "a string";
    } else if (value instanceof Num) {
      return "the number " + PropertyText.of(value);
    } else if (value instanceof Bool) {
      return "a boolean";
    } else if (value instanceof Array) {
      return "a list";
    } else if (value instanceof Obj) {
      return "an object";
    }
    return "an asset or reference";
  }
}
