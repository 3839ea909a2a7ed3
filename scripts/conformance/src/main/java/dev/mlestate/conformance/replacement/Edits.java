package dev.mlestate.conformance.replacement;

import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyPath.Step;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Edits of one place within inputs. */
final class Edits {
  private Edits() {}

  /** The object with another value at a place that it has, or that its container lacks. */
  static Obj set(Obj object, PropertyPath path, PropertyValue value) {
    return (Obj) edit(object, path.steps(), Optional.of(value));
  }

  /** The object without a place. */
  static Obj remove(Obj object, PropertyPath path) {
    return (Obj) edit(object, path.steps(), Optional.empty());
  }

  private static PropertyValue edit(
      PropertyValue container, List<Step> steps, Optional<PropertyValue> value) {
    if (container instanceof Secret secret) {
      return PropertyValues.secret(edit(secret.value(), steps, value));
    }
    Step step = steps.get(0);
    List<Step> rest = steps.subList(1, steps.size());
    if (step instanceof Step.Member member && container instanceof Obj object) {
      if (rest.isEmpty()) {
        return value
            .map(fresh -> PropertyValues.with(object, member.key(), fresh))
            .orElseGet(() -> PropertyValues.without(object, member.key()));
      }
      PropertyValue inner = PropertyValues.get(object, member.key()).orElse(PropertyValues.EMPTY);
      return PropertyValues.with(object, member.key(), edit(inner, rest, value));
    }
    if (step instanceof Step.Element element && container instanceof Array array) {
      List<PropertyValue> elements = new ArrayList<>(array.elements());
      if (!rest.isEmpty()) {
        elements.set(element.index(), edit(elements.get(element.index()), rest, value));
      } else if (value.isEmpty()) {
        elements.remove(element.index());
      } else if (element.index() == elements.size()) {
        elements.add(value.get());
      } else {
        elements.set(element.index(), value.get());
      }
      return PropertyValues.of(elements);
    }
    throw new IllegalArgumentException("there is no such place: " + steps);
  }
}
