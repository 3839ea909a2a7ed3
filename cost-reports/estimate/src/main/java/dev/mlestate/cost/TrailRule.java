package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Set;

/**
 * CloudTrail trails. The first copy of management events is free (AWS CloudTrail pricing,
 * 2026-11-23); data events are not.
 */
final class TrailRule implements CostRule {
  private static final String TYPE = "aws:cloudtrail/trail:Trail";
  private static final BigDecimal UNITS_OF_A_MILLION = BigDecimal.TEN;

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    BigDecimal millions = ledger.defaults().millionDataEvents();
    for (Resource trail : ledger.ofType(TYPE)) {
      Facts facts = new Facts(trail);
      ledger.assume("a trail's management events are the account's first copy, which is free");
      if (facts.has("advancedEventSelectors") || facts.has("eventSelectors")) {
        ledger.charge(
            Section.AUDIT,
            trail,
            "Data events",
            Service.AUDIT_100K_DATA_EVENTS,
            millions.multiply(UNITS_OF_A_MILLION));
        ledger.assume(millions + " million data events are recorded by each trail");
      }
    }
  }
}
