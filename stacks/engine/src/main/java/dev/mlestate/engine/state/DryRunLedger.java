package dev.mlestate.engine.state;

import java.util.OptionalInt;
import java.util.SortedMap;

/** The state of a preview: changed in memory only. */
public final class DryRunLedger implements RunLedger {
  private Ledger ledger;

  public DryRunLedger(Snapshot base) {
    this.ledger = new Ledger(base);
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
    return "";
  }

  @Override
  public synchronized void rebase(Snapshot state) {
    ledger = new Ledger(state);
  }

  @Override
  public OptionalInt begin(PendingOperation operation) {
    return OptionalInt.empty();
  }

  @Override
  public synchronized void apply(JournalEntry entry, boolean durable) {
    ledger.apply(entry);
  }

  @Override
  public void settle() {}

  @Override
  public synchronized Snapshot snapshot() {
    return ledger.snapshot();
  }
}
