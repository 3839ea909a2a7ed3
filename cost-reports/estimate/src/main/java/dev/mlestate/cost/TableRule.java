package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.util.Set;

/** Tables of BigQuery, by what they hold; what queries read is not counted. */
final class TableRule implements CostRule {
  private static final String TYPE = "gcp:bigquery/table:Table";

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource table : ledger.ofType(TYPE)) {
      if (new Facts(table).has("externalDataConfiguration")) {
        ledger.assume("a table over files holds nothing itself");
        continue;
      }
      ledger.charge(
          Section.FEATURE_STORE,
          table,
          "Table",
          Service.WAREHOUSE_STORAGE_GIB_MONTH,
          ledger.defaults().bucketGib());
      ledger.assume(ledger.defaults().bucketGib() + " GiB are in each table");
    }
  }
}
