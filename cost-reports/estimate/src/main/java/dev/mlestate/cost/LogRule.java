package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/** CloudWatch log groups: what comes in, and what stays for as long as it is kept. */
final class LogRule implements CostRule {
  private static final String TYPE = "aws:cloudwatch/logGroup:LogGroup";
  private static final BigDecimal DAYS_OF_A_MONTH =
      Ledger.HOURS.divide(BigDecimal.valueOf(24), MathContext.DECIMAL64);

  /** A group without retention keeps everything: what has come in after ten years is counted. */
  private static final int FOR_EVER_DAYS = 3653;

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    BigDecimal gib = ledger.defaults().logGib();
    for (Resource group : ledger.ofType(TYPE)) {
      ledger.assume(
          gib + " GiB a month go into each log group, which is as full as its retention allows");
      ledger.charge(Section.LOGS, group, "Log group: ingestion", Service.LOG_INGESTION_GIB, gib);
      Optional<BigDecimal> stored =
          new Facts(group)
              .number("retentionInDays", FOR_EVER_DAYS)
              .map(days -> days.signum() == 0 ? BigDecimal.valueOf(FOR_EVER_DAYS) : days)
              .map(days -> days.multiply(gib).divide(DAYS_OF_A_MONTH, MathContext.DECIMAL64));
      ledger.charge(
          Section.LOGS, group, "Log group: storage", Service.LOG_STORAGE_GIB_MONTH, stored);
    }
  }
}
