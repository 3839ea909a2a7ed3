package dev.mlestate.simulated.check;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The right name that somebody most likely meant. */
final class NearestName {
  private NearestName() {}

  /**
   * The nearest candidate; empty when none is within a third of the name's length, at least two.
   */
  static Optional<String> to(String name, Collection<String> candidates) {
    int best = Math.max(2, name.length() / 3) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    if (nearest == null) {
      return candidates.stream()
          .filter(candidate -> name.length() >= 4 && candidate.startsWith(name))
          .findFirst();
    }
    return Optional.of(nearest);
  }

  /** A sentence's tail that suggests the nearest name, or nothing. */
  static String suggestion(String name, Collection<String> candidates) {
    return to(name, candidates).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
