package dev.mlestate.engine.state;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * The state while a run changes it. Every change is on disk before the method that makes it
 * returns.
 */
public final class StateSession implements RunLedger, AutoCloseable {
  private final StateStore store;
  private final StateStore.Loaded loaded;
  private final Ledger ledger;
  private final Journal journal;
  private final StateLock lock;

  StateSession(StateStore store, StateStore.Loaded loaded, Journal journal, StateLock lock) {
    this.store = store;
    this.loaded = loaded;
    this.ledger = new Ledger(loaded.snapshot());
    this.journal = journal;
    this.lock = lock;
  }

  /** The process that had the state open last, if it ended without closing it. */
  public Optional<LockHolder> interrupted() {
    return lock.left();
  }

  Secrets secrets() {
    return loaded.secrets();
  }

  @Override
  public synchronized SortedMap<Integer, ResourceState> before() {
    return ledger.before();
  }

  @Override
  public synchronized int newHandle() {
    return ledger.newHandle();
  }

  @Override
  public String newToken() {
    return store.newToken();
  }

  @Override
  public OptionalInt begin(PendingOperation operation) {
    JournalEntry entry;
    synchronized (this) {
      entry = JournalEntry.begin(ledger.newOperation(), operation);
      ledger.apply(entry);
    }
    journal.append(entry, true, loaded.secrets());
    return OptionalInt.of(entry.begun().orElseThrow().number());
  }

  @Override
  public void apply(JournalEntry entry, boolean durable) {
    synchronized (this) {
      ledger.apply(entry);
    }
    journal.append(entry, durable, loaded.secrets());
  }

  @Override
  public void rebase(Snapshot state) {
    apply(JournalEntry.rebase(state), true);
  }

  @Override
  public void settle() {
    java.util.List<Integer> settled;
    synchronized (this) {
      settled = ledger.settled();
    }
    settled.forEach(
        number -> apply(JournalEntry.builder().finish(OptionalInt.of(number)).build(), false));
  }

  @Override
  public synchronized Snapshot snapshot() {
    return ledger.snapshot();
  }

  /**
   * Writes the state and ends the journal. A state that did not change is not written.
   *
   * @throws dev.mlestate.problem.ProblemException if it cannot be written: the next run goes on
   *     from the journal
   */
  @Override
  public void close() {
    try (lock) {
      Snapshot last = snapshot();
      boolean changed = !last.equals(loaded.snapshot());
      try (journal) {
        if (changed) {
          byte[] content = store.render(loaded.codec(), last);
          journal.appendCommit(DeploymentCodec.sha256(content));
          store.write(content, loaded.digest());
        }
      }
      if (changed) {
        store.retireJournal();
      } else {
        store.removeJournal();
      }
    }
  }
}
