package dev.mlestate.cost;

import java.util.Set;

/** How one family of resources is charged. */
interface CostRule {
  /** The type tokens of the family. */
  Set<String> types();

  /** Writes what the family's resources cost. */
  void charge(Ledger ledger);
}
