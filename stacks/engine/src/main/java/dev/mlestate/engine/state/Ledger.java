package dev.mlestate.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The state while a run changes it: what was there before, under the handles 0 to n-1, and what the
 * run wrote, under handles from n on. Replaying the same entries gives the same ledger.
 */
final class Ledger {
  private final NavigableMap<Integer, ResourceState> before = new TreeMap<>();
  // By handle, not by time: a replay of lines that came in another order gives the same state.
  private final NavigableMap<Integer, ResourceState> written = new TreeMap<>();
  private final NavigableMap<Integer, PendingOperation> pending = new TreeMap<>();
  private int firstNew;
  private int inherited;
  private int nextHandle;
  private int nextOperation;
  private Snapshot first = Snapshot.EMPTY;

  Ledger(Snapshot base) {
    begin(base);
  }

  private void begin(Snapshot base) {
    before.clear();
    written.clear();
    pending.clear();
    nextHandle = 0;
    nextOperation = 0;
    for (ResourceState state : base.resources()) {
      before.put(nextHandle++, state);
    }
    for (PendingOperation operation : base.pending()) {
      pending.put(nextOperation++, operation);
    }
    firstNew = nextHandle;
    inherited = nextOperation;
    first = base;
  }

  /**
   * The numbers of the operations that an earlier run left and this one has settled: those on
   * resources that it changed or that are gone. Of a creation, only a person can tell.
   */
  List<Integer> settled() {
    List<Integer> settled = new ArrayList<>();
    List<ResourceState> now = snapshot().resources();
    pending
        .headMap(inherited)
        .forEach(
            (number, operation) -> {
              boolean open =
                  switch (operation.kind()) {
                    case CREATING, IMPORTING -> true;
                    case UPDATING, DELETING -> isUntouched(operation.resource(), now);
                    case READING -> false;
                  };
              if (!open) {
                settled.add(number);
              }
            });
    return settled;
  }

  private boolean isUntouched(ResourceState about, List<ResourceState> now) {
    return now.stream()
        .filter(each -> each.urn().equals(about.urn()) && each.id().equals(about.id()))
        .anyMatch(
            each ->
                first.resources().stream()
                    .filter(was -> was.urn().equals(each.urn()) && was.id().equals(each.id()))
                    .anyMatch(
                        was ->
                            was.inputs().equals(each.inputs())
                                && was.outputs().equals(each.outputs())));
  }

  int newHandle() {
    return nextHandle++;
  }

  int newOperation() {
    return nextOperation++;
  }

  NavigableMap<Integer, ResourceState> before() {
    return new TreeMap<>(before);
  }

  void apply(JournalEntry entry) {
    if (entry.rebased().isPresent()) {
      begin(entry.rebased().get());
      return;
    }
    entry.removes().forEach(before::remove);
    entry.removes().forEach(written::remove);
    entry
        .puts()
        .forEach(
            (handle, state) -> {
              nextHandle = Math.max(nextHandle, handle + 1);
              (handle < firstNew ? before : written).put(handle, state);
            });
    entry
        .begun()
        .ifPresent(
            begun -> {
              nextOperation = Math.max(nextOperation, begun.number() + 1);
              pending.put(begun.number(), begun.operation());
            });
    entry.finished().ifPresent(pending::remove);
  }

  /**
   * All resources, what the run wrote first: whatever was not written again depends on nothing new.
   */
  Snapshot snapshot() {
    List<ResourceState> all = new ArrayList<>(written.values());
    all.addAll(before.values());
    return new Snapshot(renamed(all), List.copyOf(pending.values()));
  }

  /** Resources found under a former name have their new one; what refers to them follows. */
  private static List<ResourceState> renamed(List<ResourceState> states) {
    Map<String, String> names = new HashMap<>();
    states.forEach(state -> state.aliases().forEach(alias -> names.put(alias, state.urn())));
    if (names.isEmpty()) {
      return states;
    }
    return Renaming.references(states, names);
  }
}
