package dev.mlestate.conformance.differential;

import dev.mlestate.conformance.differential.TraceEvent.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether steps came in an order that the real engine could have chosen. It runs independent steps
 * side by side, so the order of a recording is one of many: what holds in each of them is that a
 * resource's step begins when those of what it depends on are done, and that nothing is deleted
 * before what depends on it.
 */
final class StepOrder {
  private static final Set<String> DELETIONS =
      Set.of("delete", "delete-replaced", "discard", "discard-replaced");

  private StepOrder() {}

  /**
   * What is wrong with the order; empty: nothing.
   *
   * @param preview a step of a preview that would fail has no end
   */
  static List<String> violations(List<TraceEvent> all, boolean preview) {
    // What is read is read in any order, before anything else.
    List<TraceEvent> events =
        all.stream().filter(event -> !event.operation().equals("refresh")).toList();
    List<String> violations = new ArrayList<>();
    Map<String, Integer> open = new HashMap<>();
    Set<String> willBeDone = new HashSet<>();
    events.stream()
        .filter(event -> !DELETIONS.contains(event.operation()))
        .forEach(event -> willBeDone.add(event.urn()));
    Set<String> done = new HashSet<>();
    Map<String, Set<String>> dependents = dependents(events);
    Set<String> deleted = new HashSet<>();
    for (TraceEvent event : events) {
      String urn = event.urn();
      boolean deletion = DELETIONS.contains(event.operation());
      switch (event.phase()) {
        case BEGUN -> {
          open.merge(urn, 1, Integer::sum);
          if (deletion) {
            dependents.getOrDefault(key(event), Set.of()).stream()
                .filter(each -> !deleted.contains(each))
                .forEach(each -> violations.add(key(event) + " is deleted before " + each));
          } else {
            event.needs().stream()
                .filter(need -> willBeDone.contains(need) && !done.contains(need))
                .forEach(
                    need ->
                        violations.add(event.operation() + " " + urn + " begins before " + need));
          }
        }
        case DONE, FAILED -> {
          open.merge(urn, -1, Integer::sum);
          if (deletion) {
            deleted.add(key(event));
          } else {
            done.add(urn);
          }
        }
      }
    }
    open.forEach(
        (urn, count) -> {
          if (count < 0 || (count > 0 && !preview)) {
            violations.add("a step of " + urn + " began and never ended, or the reverse");
          }
        });
    return violations;
  }

  private static String key(TraceEvent event) {
    return event.operation() + " " + event.urn();
  }

  /** Of each deletion: the deletions of the same kind that must be done before. */
  private static Map<String, Set<String>> dependents(List<TraceEvent> events) {
    Map<String, Set<String>> dependents = new HashMap<>();
    List<TraceEvent> deletions =
        events.stream()
            .filter(event -> event.phase() == Phase.BEGUN && DELETIONS.contains(event.operation()))
            .toList();
    for (TraceEvent event : deletions) {
      for (String need : event.needed()) {
        dependents
            .computeIfAbsent(event.operation() + " " + need, key -> new HashSet<>())
            .add(key(event));
      }
    }
    return dependents;
  }
}
