package dev.mlestate.simulated;

import dev.mlestate.simulated.schema.ObjectDeclaration;
import dev.mlestate.simulated.schema.PropertyDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.schema.ValueType;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;

/** Inputs in which only one place, as the tables write it, has a value. */
public final class Samples {
  private final Schema schema;

  public Samples(Schema schema) {
    this.schema = schema;
  }

  /** The inputs; the place's type decides which of the values it gets. Empty if there is none. */
  public Optional<Obj> of(ObjectDeclaration declared, String place, String text, int number) {
    int dot = place.indexOf('.');
    String head = dot < 0 ? place : place.substring(0, dot);
    String name = head.replaceAll("[\\[\\]{}]", "");
    PropertyDeclaration property = declared.members().get(name);
    if (property == null) {
      return Optional.empty();
    }
    return value(property.type(), dot < 0 ? "" : place.substring(dot + 1), text, number)
        .map(given -> PropertyValues.object(name, given));
  }

  private Optional<PropertyValue> value(ValueType type, String rest, String text, int number) {
    if (type instanceof ValueType.ListOf list) {
      return value(list.element(), rest, text, number)
          .map(element -> PropertyValues.of(List.of(element)));
    } else if (type instanceof ValueType.MapOf map) {
      return value(map.value(), rest, text, number)
          .map(member -> PropertyValues.object("key", member));
    } else if (type instanceof ValueType.Nested nested) {
      return rest.isEmpty()
          ? Optional.of(PropertyValues.EMPTY)
          : of(schema.object(nested.name()).orElseThrow(), rest, text, number).map(each -> each);
    } else if (type instanceof ValueType.Whole || type instanceof ValueType.Decimal) {
      return Optional.of(PropertyValues.of(number));
    } else if (type instanceof ValueType.Flag) {
      return Optional.of(PropertyValues.of(number == 1));
    }
    return Optional.of(PropertyValues.of(text));
  }
}
