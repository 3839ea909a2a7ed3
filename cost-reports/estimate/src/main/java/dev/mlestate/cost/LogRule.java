package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * CloudWatch log groups, buckets of Cloud Logging and workspaces of Log Analytics: what comes in,
 * and what stays for as long as it is kept. Google's and Azure's first thirty days are included
 * (Cloud Logging pricing; Azure Monitor pricing, 31 days).
 */
final class LogRule implements CostRule {
  private static final String GROUP = "aws:cloudwatch/logGroup:LogGroup";
  private static final String BUCKET = "gcp:logging/projectBucketConfig:ProjectBucketConfig";
  private static final String WORKSPACE = "azure-native:operationalinsights:Workspace";
  private static final int INCLUDED_DAYS = 30;
  private static final BigDecimal DAYS_OF_A_MONTH =
      Ledger.HOURS.divide(BigDecimal.valueOf(24), MathContext.DECIMAL64);

  /** A group without retention keeps everything: what has come in after ten years is counted. */
  private static final int FOR_EVER_DAYS = 3653;

  @Override
  public Set<String> types() {
    return Set.of(GROUP, BUCKET, WORKSPACE);
  }

  @Override
  public void charge(Ledger ledger) {
    ledger
        .ofType(GROUP)
        .forEach(log -> charge(ledger, log, "Log group", "retentionInDays", FOR_EVER_DAYS, 0));
    ledger
        .ofType(BUCKET)
        .forEach(
            log ->
                charge(ledger, log, "Log bucket", "retentionDays", INCLUDED_DAYS, INCLUDED_DAYS));
    ledger
        .ofType(WORKSPACE)
        .forEach(
            log ->
                charge(
                    ledger, log, "Log workspace", "retentionInDays", INCLUDED_DAYS, INCLUDED_DAYS));
  }

  private static void charge(
      Ledger ledger,
      Resource log,
      String item,
      String retention,
      int defaultDays,
      int includedDays) {
    BigDecimal gib = ledger.defaults().logGib();
    ledger.assume(
        gib
            + " GiB a month go into each "
            + item.toLowerCase(Locale.ROOT)
            + ", which is as full as its retention allows");
    ledger.charge(Section.LOGS, log, item + ": ingestion", Service.LOG_INGESTION_GIB, gib);
    Optional<BigDecimal> stored =
        new Facts(log)
            .number(retention, defaultDays)
            .map(days -> days.signum() == 0 ? BigDecimal.valueOf(FOR_EVER_DAYS) : days)
            .map(days -> days.subtract(BigDecimal.valueOf(includedDays)).max(BigDecimal.ZERO))
            .map(days -> days.multiply(gib).divide(DAYS_OF_A_MONTH, MathContext.DECIMAL64));
    ledger.charge(Section.LOGS, log, item + ": storage", Service.LOG_STORAGE_GIB_MONTH, stored);
  }
}
