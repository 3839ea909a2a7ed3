package dev.mlestate.conformance.kill;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.ExistingResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must hold after a kill, and after the run that follows it. */
final class Invariants {
  private Invariants() {}

  /** A state that a kill has left can be read; nothing in it is there twice. */
  static List<String> afterKill(SmallStack stack) {
    try {
      return doubles(stack.store().read());
    } catch (ProblemException e) {
      return List.of("the state does not open after the kill: " + e.getMessage());
    }
  }

  private static List<String> doubles(Snapshot state) {
    List<String> broken = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ResourceState each : state.resources()) {
      if (!each.delete() && !seen.add(each.urn())) {
        broken.add("recorded twice in the state: " + each.urn());
      }
    }
    return broken;
  }

  /** State and cloud hold the same, once, with the same values, and nothing is left open. */
  static List<String> afterRun(SmallStack stack, Deed deed) {
    Snapshot state = stack.store().read();
    List<String> broken = new ArrayList<>(doubles(state));
    if (!state.pending().isEmpty()) {
      broken.add("still pending: " + state.pending().size() + " operations");
    }
    broken.addAll(compare(stack.inventory(), state));
    Engine engine = stack.engine(deed.version());
    broken.addAll(changes("the cloud has something else", engine.previewRefresh()));
    if (deed.verb() == Deed.Verb.UP) {
      broken.addAll(changes("up is not done", stack.engine(deed.version()).preview()));
    }
    if (deed.verb() == Deed.Verb.DESTROY && !stack.inventory().isEmpty()) {
      broken.add("left by destroy: " + stack.inventory());
    }
    return broken;
  }

  private static List<String> compare(List<ExistingResource> inventory, Snapshot state) {
    List<String> broken = new ArrayList<>();
    TreeMap<String, Integer> made = new TreeMap<>();
    TreeSet<String> cloud = new TreeSet<>();
    for (ExistingResource each : inventory) {
      made.merge(each.urn(), 1, Integer::sum);
      cloud.add(each.type() + " " + each.id());
    }
    made.forEach(
        (urn, count) -> {
          if (count > 1) {
            broken.add("made twice in the cloud: " + urn);
          }
        });
    TreeSet<String> recorded = new TreeSet<>();
    state.resources().stream()
        .filter(each -> each.custom() && !each.isProvider())
        .forEach(each -> recorded.add(each.type() + " " + each.id()));
    TreeSet<String> orphans = new TreeSet<>(cloud);
    orphans.removeAll(recorded);
    orphans.forEach(each -> broken.add("orphaned in the cloud: " + each));
    TreeSet<String> ghosts = new TreeSet<>(recorded);
    ghosts.removeAll(cloud);
    ghosts.forEach(each -> broken.add("lost in the cloud: " + each));
    return broken;
  }

  private static List<String> changes(String what, UpdateResult preview) {
    List<String> broken = new ArrayList<>();
    preview.failure().ifPresent(failure -> broken.add(what + ": " + failure.message()));
    for (StepRecord step : preview.steps()) {
      boolean changes =
          step.operation() == Operation.REFRESH
              ? step.result() != Operation.SAME
              : step.operation() != Operation.SAME;
      if (changes) {
        broken.add(what + ": " + step.operation().word() + " " + step.urn());
      }
    }
    return broken;
  }
}
