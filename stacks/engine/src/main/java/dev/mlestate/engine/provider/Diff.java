package dev.mlestate.engine.provider;

import dev.mlestate.engine.event.PropertyChange;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A provider's answer to what a change would do.
 *
 * @param replaceKeys the properties that make the resource be replaced
 * @param changedKeys the properties that changed
 * @param detailed by the property's path; empty where the provider told none
 * @param deleteBeforeReplace whether old and new cannot exist side by side
 */
public record Diff(
    Changes changes,
    List<String> replaceKeys,
    List<String> changedKeys,
    Optional<SortedMap<String, PropertyChange>> detailed,
    boolean deleteBeforeReplace) {

  /** Whether there are changes at all. */
  public enum Changes {
    UNKNOWN,
    NONE,
    SOME
  }

  public static final Diff NONE = of(Changes.NONE);
  public static final Diff SOME = of(Changes.SOME);

  public Diff {
    replaceKeys = List.copyOf(replaceKeys);
    changedKeys = List.copyOf(changedKeys);
    detailed = detailed.map(diff -> Collections.unmodifiableSortedMap(new TreeMap<>(diff)));
  }

  private static Diff of(Changes changes) {
    return new Diff(changes, List.of(), List.of(), Optional.empty(), false);
  }

  /** A change that replaces the resource because of one reason. */
  public static Diff replacing(String key) {
    return new Diff(Changes.SOME, List.of(key), List.of(), Optional.empty(), false);
  }

  /** What differs as seen from the other side: what was added is what will go. */
  public Diff inverse() {
    Optional<SortedMap<String, PropertyChange>> inverted =
        detailed.map(
            changes -> {
              SortedMap<String, PropertyChange> back = new TreeMap<>(changes);
              back.replaceAll(
                  (path, change) ->
                      new PropertyChange(change.kind().inverse(), change.inputDiff()));
              return back;
            });
    return new Diff(changes, replaceKeys, changedKeys, inverted, deleteBeforeReplace);
  }

  public boolean replaces() {
    return !replaceKeys.isEmpty()
        || detailed.stream()
            .flatMap(diff -> diff.values().stream())
            .anyMatch(change -> change.kind().replaces());
  }
}
