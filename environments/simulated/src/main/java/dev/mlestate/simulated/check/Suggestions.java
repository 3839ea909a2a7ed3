package dev.mlestate.simulated.check;

import dev.mlestate.problem.Nearest;
import java.util.Collection;

/** Tails of sentences that suggest the right name. */
final class Suggestions {
  private Suggestions() {}

  /** A suggestion of the nearest name, or nothing. */
  static String suggestion(String name, Collection<String> candidates) {
    return Nearest.of(name, candidates).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }
}
