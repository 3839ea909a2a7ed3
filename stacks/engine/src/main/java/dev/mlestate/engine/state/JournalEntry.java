package dev.mlestate.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One change of the state, all of it or nothing.
 *
 * @param puts the resources written, by handle
 * @param removes the handles of resources that are no longer there
 * @param begun an operation that begins, by its number
 * @param finished the number of an operation that ended, well or not
 * @param rebased a whole state to go on from instead of the one before; nothing else is in such an
 *     entry
 */
public record JournalEntry(
    Map<Integer, ResourceState> puts,
    List<Integer> removes,
    Optional<Begun> begun,
    OptionalInt finished,
    Optional<Snapshot> rebased) {

  /** An operation under its number. */
  public record Begun(int number, PendingOperation operation) {}

  public JournalEntry {
    puts = Collections.unmodifiableMap(new LinkedHashMap<>(puts));
    removes = List.copyOf(removes);
  }

  /** An entry that says that an operation begins. */
  static JournalEntry begin(int number, PendingOperation operation) {
    return new JournalEntry(
        Map.of(),
        List.of(),
        Optional.of(new Begun(number, operation)),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** An entry that replaces the state. */
  static JournalEntry rebase(Snapshot state) {
    return new JournalEntry(
        Map.of(), List.of(), Optional.empty(), OptionalInt.empty(), Optional.of(state));
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of one entry. */
  public static final class Builder {
    private final Map<Integer, ResourceState> puts = new LinkedHashMap<>();
    private final List<Integer> removes = new ArrayList<>();
    private OptionalInt finished = OptionalInt.empty();

    private Builder() {}

    public Builder put(int handle, ResourceState state) {
      puts.put(handle, state);
      return this;
    }

    public Builder remove(int handle) {
      removes.add(handle);
      return this;
    }

    public Builder finish(OptionalInt operation) {
      finished = operation;
      return this;
    }

    public JournalEntry build() {
      return new JournalEntry(puts, removes, Optional.empty(), finished, Optional.empty());
    }
  }
}
