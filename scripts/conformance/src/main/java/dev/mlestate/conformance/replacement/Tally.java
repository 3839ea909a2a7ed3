package dev.mlestate.conformance.replacement;

import dev.mlestate.conformance.replacement.Outcome.Comparison;
import dev.mlestate.conformance.replacement.ReplacementRun.Breach;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run found, by cloud: Kubernetes counts as one. */
final class Tally implements ReplacementRun.Listener {
  /** A hundredth of the changes may be replaced without need. */
  private static final int FALSE_SHARE = 100;

  /** The figures of one cloud. */
  static final class OfCloud {
    final SortedSet<String> types = new TreeSet<>();
    final SortedSet<String> properties = new TreeSet<>();
    final Map<Comparison, Integer> comparisons = new EnumMap<>(Comparison.class);
    final SortedMap<String, Integer> held = new TreeMap<>();
    final List<Breach> breaches = new ArrayList<>();
    int resources;
    int changes;

    int count(Comparison comparison) {
      return comparisons.getOrDefault(comparison, 0);
    }

    /** Changes of which the facts say something that the engine can agree with. */
    int judged() {
      return changes
          - count(Comparison.REFUSED)
          - count(Comparison.DEPENDS)
          - count(Comparison.UNPROBED);
    }

    boolean passed() {
      return count(Comparison.MISSED) == 0
          && count(Comparison.FALSE) * FALSE_SHARE <= judged()
          && breaches.isEmpty();
    }
  }

  private final SortedMap<String, OfCloud> clouds = new TreeMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  private OfCloud of(String cloud) {
    return clouds.computeIfAbsent(cloud, absent -> new OfCloud());
  }

  @Override
  public void resource(String cloud, String token) {
    OfCloud of = of(cloud);
    of.types.add(token);
    of.resources++;
  }

  @Override
  public void outcome(Outcome outcome) {
    OfCloud of = of(outcome.cloud());
    of.properties.add(FactTable.key(outcome.token(), outcome.change().place()));
    of.changes++;
    of.comparisons.merge(outcome.comparison(), 1, Integer::sum);
    outcomes.add(outcome);
  }

  @Override
  public void held(String cloud, String rule) {
    of(cloud).held.merge(rule, 1, Integer::sum);
  }

  @Override
  public void breach(String cloud, Breach breach) {
    of(cloud).breaches.add(breach);
  }

  SortedMap<String, OfCloud> clouds() {
    return clouds;
  }

  List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** Whether nothing was missed and, cloud by cloud, at most one in a hundred was false. */
  boolean passed() {
    return !clouds.isEmpty() && clouds.values().stream().allMatch(OfCloud::passed);
  }
}
