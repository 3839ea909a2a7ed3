package dev.mlestate.simulated.check;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;

/**
 * Which members of an object go together. A value that is not known may turn out to be absent: it
 * is given, but two of them do not conflict yet, nor is one of them too many.
 */
record MemberRule(Kind kind, List<String> names) implements ValueRule {
  /** What is demanded of the members. */
  enum Kind {
    CONFLICTS,
    EXACTLY_ONE,
    AT_LEAST_ONE,
    /** The first member needs the others. */
    NEEDS
  }

  MemberRule {
    names = List.copyOf(names);
  }

  static MemberRule of(String kind, List<String> names) {
    return new MemberRule(
        switch (kind) {
          case "conflicts" -> Kind.CONFLICTS;
          case "exactlyOne" -> Kind.EXACTLY_ONE;
          case "atLeastOne" -> Kind.AT_LEAST_ONE;
          case "needs" -> Kind.NEEDS;
          default -> throw new IllegalStateException("no kind of rule: " + kind);
        },
        names);
  }

  @Override
  public Optional<String> member() {
    return Optional.of(names.get(0));
  }

  @Override
  public Optional<String> problem(PropertyValue value) {
    if (!(value instanceof Obj object)) {
      return Optional.empty();
    }
    List<String> given = names.stream().filter(name -> given(object, name)).toList();
    long known =
        given.stream()
            .filter(name -> !PropertyValues.containsUnknowns(member(object, name)))
            .count();
    String all = String.join(", ", names);
    return switch (kind) {
      case CONFLICTS ->
          given.size() > 1 && known > 0
              ? Optional.of("%s conflicts with %s".formatted(given.get(0), given.get(1)))
              : Optional.empty();
      case EXACTLY_ONE ->
          given.isEmpty() || known > 1
              ? Optional.of("exactly one of %s must be given".formatted(all))
              : Optional.empty();
      case AT_LEAST_ONE ->
          given.isEmpty()
              ? Optional.of("one of %s must be given".formatted(all))
              : Optional.empty();
      case NEEDS ->
          given(object, names.get(0)) && given.size() < names.size()
              ? Optional.of(
                  "%s needs %s"
                      .formatted(names.get(0), String.join(", ", names.subList(1, names.size()))))
              : Optional.empty();
    };
  }

  private static PropertyValue member(Obj object, String name) {
    return PropertyValues.unwrap(object.members().getOrDefault(name, PropertyValues.NULL));
  }

  private static boolean given(Obj object, String name) {
    PropertyValue value = member(object, name);
    return value instanceof Unknown
        || !(value instanceof Null || (value instanceof Array list && list.elements().isEmpty()));
  }
}
