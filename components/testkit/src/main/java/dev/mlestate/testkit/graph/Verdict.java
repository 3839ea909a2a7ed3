package dev.mlestate.testkit.graph;

import java.util.Optional;

/**
 * What a check comes to.
 *
 * @param problem what is there instead of what was expected; empty: all is well
 */
record Verdict(Optional<String> problem) {
  static final Verdict GOOD = new Verdict(Optional.empty());

  static Verdict bad(String problem) {
    return new Verdict(Optional.of(problem));
  }

  static Verdict when(boolean good, String problem) {
    return good ? GOOD : bad(problem);
  }
}
