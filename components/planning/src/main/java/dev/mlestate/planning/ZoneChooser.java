package dev.mlestate.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses a network's zones: of all sets of the wanted size, those in which most machine types
 * exist somewhere; of these, those in which they exist in most zones; of these the first by name.
 */
final class ZoneChooser {
  private ZoneChooser() {}

  /**
   * The chosen zones; empty when there are fewer zones than wanted.
   *
   * @param zones to choose from, in order of preference
   * @param offers for each machine type the zones in which it exists
   */
  static Optional<List<String>> choose(List<String> zones, List<Set<String>> offers, int wanted) {
    if (wanted > zones.size() || wanted < 1) {
      return Optional.empty();
    }
    List<List<String>> sets = new ArrayList<>();
    combine(zones, 0, wanted, new ArrayList<>(), sets);
    // min keeps the first of equals, which max does not.
    return sets.stream()
        .min(
            Comparator.comparingLong((List<String> s) -> -covered(s, offers))
                .thenComparingLong(s -> -total(s, offers)));
  }

  private static void combine(
      List<String> zones, int from, int wanted, List<String> taken, List<List<String>> sets) {
    if (taken.size() == wanted) {
      sets.add(List.copyOf(taken));
      return;
    }
    for (int i = from; i < zones.size(); i++) {
      taken.add(zones.get(i));
      combine(zones, i + 1, wanted, taken, sets);
      taken.remove(taken.size() - 1);
    }
  }

  private static long covered(List<String> zones, List<Set<String>> offers) {
    return offers.stream().filter(o -> zones.stream().anyMatch(o::contains)).count();
  }

  private static long total(List<String> zones, List<Set<String>> offers) {
    return offers.stream().mapToLong(o -> zones.stream().filter(o::contains).count()).sum();
  }
}
