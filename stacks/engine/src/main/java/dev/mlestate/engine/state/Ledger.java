package dev.mlestate.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state while a run changes it: what was there before, under the handles 0 to n-1, and what the
 * run wrote, under handles from n on. Replaying the same entries gives the same ledger.
 */
final class Ledger {
  private final NavigableMap<Integer, ResourceState> before = new TreeMap<>();
  private final Map<Integer, ResourceState> written = new LinkedHashMap<>();
  private final NavigableMap<Integer, PendingOperation> pending = new TreeMap<>();
  private final int firstNew;
  private int nextHandle;
  private int nextOperation;

  Ledger(Snapshot base) {
    for (ResourceState state : base.resources()) {
      before.put(nextHandle++, state);
    }
    for (PendingOperation operation : base.pending()) {
      pending.put(nextOperation++, operation);
    }
    firstNew = nextHandle;
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
    return states.stream().map(state -> renamed(state, names)).toList();
  }

  private static ResourceState renamed(ResourceState state, Map<String, String> names) {
    SortedMap<String, List<String>> propertyDependencies = new TreeMap<>();
    state
        .propertyDependencies()
        .forEach((key, urns) -> propertyDependencies.put(key, renamed(urns, names)));
    String provider =
        state
            .providerReference()
            .map(
                reference ->
                    new ProviderReference(
                            names.getOrDefault(reference.urn(), reference.urn()), reference.id())
                        .toString())
            .orElse(state.provider());
    return state
        .with()
        .parent(names.getOrDefault(state.parent(), state.parent()))
        .dependencies(renamed(state.dependencies(), names))
        .propertyDependencies(propertyDependencies)
        .provider(provider)
        .deletedWith(names.getOrDefault(state.deletedWith(), state.deletedWith()))
        .replaceWith(renamed(state.replaceWith(), names))
        .aliases(List.of())
        .build();
  }

  private static List<String> renamed(List<String> urns, Map<String, String> names) {
    return urns.stream().map(urn -> names.getOrDefault(urn, urn)).toList();
  }
}
