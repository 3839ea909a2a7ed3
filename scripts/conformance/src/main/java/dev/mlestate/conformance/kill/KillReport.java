package dev.mlestate.conformance.kill;

import dev.mlestate.conformance.kill.KillPoint.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run of the harness found.
 *
 * @param seed that gives the same kills again
 * @param kills by what happened when they came
 * @param duringRecovery how many hit a run that was itself going on from a killed one
 * @param found how many resources were found again whose creation was never answered
 * @param notDone how many operations turned out not to have been done
 * @param broken what did not hold; empty: nothing was lost, orphaned or recorded twice
 */
public record KillReport(
    long seed,
    Map<Kind, Integer> kills,
    int duringRecovery,
    int found,
    int notDone,
    List<String> broken) {
  public KillReport {
    kills = Map.copyOf(kills);
    broken = List.copyOf(broken);
  }

  /** How many processes were killed. */
  public int total() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** In words, one line. */
  public String summary() {
    String byKind =
        kills.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                each ->
                    each.getValue() + " " + each.getKey().name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(", "));
    return "seed %d: %d kills (%s), %d of them during recovery; %d creates found again, %d operations not done; %d violations"
        .formatted(seed, total(), byKind, duringRecovery, found, notDone, broken.size());
  }
}
