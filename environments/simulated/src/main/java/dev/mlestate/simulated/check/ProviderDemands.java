package dev.mlestate.simulated.check;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges inputs by what a bridged provider's schema demands. A value that is not known breaks no
 * rule, and may be what another one waits for.
 */
public final class ProviderDemands {
  private final Obj inputs;
  private final Set<CheckFailure> failures = new LinkedHashSet<>();

  private ProviderDemands(Obj inputs) {
    this.inputs = inputs;
  }

  /** Everything that breaks a demand. */
  public static List<CheckFailure> check(List<ProviderDemand> demands, Obj inputs) {
    ProviderDemands judge = new ProviderDemands(inputs);
    for (ProviderDemand demand : demands) {
      if (demand.ofSeveral()) {
        judge.checkSeveral(demand);
      } else {
        demand.rule().ifPresent(rule -> judge.checkOne(demand.property(), rule));
      }
    }
    return List.copyOf(judge.failures);
  }

  private void checkOne(String property, ValueRule rule) {
    List<CheckFailure> found = new ArrayList<>();
    ValueRules.check("", property, inputs, rule, found);
    failures.addAll(found);
  }

  private void checkSeveral(ProviderDemand demand) {
    String property = demand.property();
    if (property.contains("[]") || !containerIsGiven(property)) {
      return;
    }
    boolean given = given(property);
    switch (demand.kind()) {
      case "conflicts" -> {
        if (given && known(property)) {
          for (String other : demand.values()) {
            if (given(other) && known(other)) {
              fail(property, "%s conflicts with %s".formatted(property, other));
            }
          }
        }
      }
      case "requiredWith" -> {
        if (given) {
          for (String other : demand.values()) {
            if (!given(other)) {
              fail(property, "%s needs %s".formatted(property, other));
            }
          }
        }
      }
      case "atLeastOneOf" -> {
        if (demand.values().stream().noneMatch(this::given)) {
          fail(place(demand), "one of %s must be given".formatted(listed(demand)));
        }
      }
      default -> {
        List<String> present = demand.values().stream().filter(this::given).toList();
        if (present.isEmpty() || present.stream().filter(this::known).count() > 1) {
          fail(place(demand), "exactly one of %s must be given".formatted(listed(demand)));
        }
      }
    }
  }

  private static String listed(ProviderDemand demand) {
    return String.join(", ", demand.values());
  }

  private void fail(String property, String reason) {
    failures.add(new CheckFailure(property, reason));
  }

  /** The object whose members they are; of the resource itself, the first of them. */
  private static String place(ProviderDemand demand) {
    int dot = demand.property().lastIndexOf('.');
    return dot < 0 ? demand.values().get(0) : demand.property().substring(0, dot);
  }

  /** A demand on a member of an object is none while there is no object, or nothing known of it. */
  private boolean containerIsGiven(String property) {
    int dot = property.lastIndexOf('.');
    return dot < 0 || at(property.substring(0, dot)).filter(Obj.class::isInstance).isPresent();
  }

  private boolean given(String path) {
    return at(path)
        .filter(value -> !(value instanceof Array list && list.elements().isEmpty()))
        .isPresent();
  }

  private boolean known(String path) {
    return at(path).filter(value -> !(value instanceof Unknown)).isPresent();
  }

  /** The value at a path; within what is not known, all is there and unknown. */
  private Optional<PropertyValue> at(String path) {
    PropertyValue value = inputs;
    for (String step : List.of(path.split("\\.", -1))) {
      if (value instanceof Unknown) {
        return Optional.of(value);
      }
      if (!(value instanceof Obj object)) {
        return Optional.empty();
      }
      value = PropertyValues.unwrap(object.members().getOrDefault(step, PropertyValues.NULL));
      if (value instanceof Null) {
        return Optional.empty();
      }
    }
    return Optional.of(value);
  }
}
