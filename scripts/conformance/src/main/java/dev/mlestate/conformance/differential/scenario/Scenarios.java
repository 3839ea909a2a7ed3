package dev.mlestate.conformance.differential.scenario;

import dev.mlestate.conformance.differential.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** Every scenario of the suite. */
public final class Scenarios {
  private static final List<Scenario> ALL =
      Stream.of(
              Lifecycles.all(),
              Replacements.all(),
              Aliases.all(),
              Providers.all(),
              Options.all(),
              Secrecy.all(),
              Diffs.all(),
              Refreshes.all(),
              Targets.all(),
              Functions.all(),
              Failures.all())
          .flatMap(List::stream)
          .toList();

  private Scenarios() {}

  public static List<Scenario> all() {
    return ALL;
  }

  /** The scenario of a name. */
  public static Scenario named(String name) {
    return ALL.stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name));
  }
}
