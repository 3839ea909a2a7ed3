package dev.mlestate.engine.state;

import java.util.List;
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

  @Override
  public synchronized SortedMap<Integer, ResourceState> before() {
    return ledger.before();
  }

  /** Operations that an earlier run began and did not end. */
  public List<PendingOperation> interrupted() {
    return loaded.snapshot().pending();
  }

  @Override
  public synchronized int newHandle() {
    return ledger.newHandle();
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
  public void settle() {
    // The ledger numbers them first.
    for (int number = 0; number < interrupted().size(); number++) {
      apply(JournalEntry.builder().finish(OptionalInt.of(number)).build(), false);
    }
  }

  @Override
  public synchronized Snapshot snapshot() {
    return ledger.snapshot();
  }

  /** Writes the state and ends the journal. A state that did not change is not written. */
  @Override
  public void close() {
    try (lock) {
      Snapshot last = snapshot();
      if (!last.equals(loaded.snapshot())) {
        byte[] content = store.render(loaded.codec(), last);
        journal.appendCommit(DeploymentCodec.sha256(content));
        StateFiles.writeAtomically(store.file(), content);
      }
      journal.close();
      store.removeJournal();
    }
  }

  /** Ends without writing, as a kill would; the next run recovers from the journal. */
  void abandon() {
    journal.close();
    lock.close();
  }
}
