package dev.mlestate.engine.state;

import java.util.OptionalInt;
import java.util.SortedMap;

/** What a run reads and writes of the state. */
public interface RunLedger {
  /**
   * What was there when the run began and is still there, by handle, each resource after those that
   * it depends on.
   */
  SortedMap<Integer, ResourceState> before();

  /** A handle for a resource that the run writes. */
  int newHandle();

  /** A token for an attempt to create something: one that no other attempt ever has. */
  String newToken();

  /** Notes that an operation begins, so that a kill leaves its trace; says its number. */
  OptionalInt begin(PendingOperation operation);

  /**
   * Notes a change.
   *
   * @param durable whether it must be on disk when this returns; one that only repeats what the
   *     provider holds anyway need not
   */
  void apply(JournalEntry entry, boolean durable);

  /**
   * Begins anew from another state: what earlier runs left unfinished has been looked up.
   *
   * <p>To be called before anything is read or written.
   */
  void rebase(Snapshot state);

  /**
   * Forgets what earlier runs left unfinished and this one, which has succeeded, has settled. What
   * only a person can tell, such as whether something was created, stays.
   */
  void settle();

  /** All resources as they are now. */
  Snapshot snapshot();
}
