package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** S3 buckets. Those of the data lake's zones share what the lake is used for. */
final class BucketRule implements CostRule {
  private static final List<String> BUCKETS =
      List.of("aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2");
  private static final int THOUSANDS_OF_A_MILLION = 1000;

  @Override
  public Set<String> types() {
    return Set.copyOf(BUCKETS);
  }

  @Override
  public void charge(Ledger ledger) {
    List<Resource> lake = new ArrayList<>();
    for (String type : BUCKETS) {
      for (Resource bucket : ledger.ofType(type)) {
        if (isZone(ledger, bucket)) {
          lake.add(bucket);
        } else {
          ledger.charge(
              section(ledger.shortName(bucket)),
              bucket,
              "Bucket " + ledger.shortName(bucket),
              Service.OBJECT_STORAGE_GIB_MONTH,
              ledger.defaults().bucketGib());
          ledger.assume(
              ledger.defaults().bucketGib() + " GiB are in each bucket outside the data lake");
        }
      }
    }
    if (!lake.isEmpty()) {
      lake(ledger, lake.get(0));
    }
  }

  private static void lake(Ledger ledger, Resource bucket) {
    UsageDefaults defaults = ledger.defaults();
    ledger.charge(
        Section.DATA_LAKE,
        bucket,
        "Storage of all zones",
        Service.OBJECT_STORAGE_GIB_MONTH,
        ledger.usage("dataLake", "storedGib", Usage::storedGib, defaults.lakeGib()));
    ledger.charge(
        Section.DATA_LAKE,
        bucket,
        "Reads",
        Service.OBJECT_STORAGE_1K_READS,
        ledger
            .usage(
                "dataLake", "millionRequests", Usage::millionRequests, defaults.millionRequests())
            .multiply(BigDecimal.valueOf(THOUSANDS_OF_A_MILLION)));
    ledger.charge(
        Section.DATA_LAKE,
        bucket,
        "Egress to the internet",
        Service.INTERNET_EGRESS_GIB,
        ledger.usage("dataLake", "egressGib", Usage::egressGib, defaults.egressGib()));
    ledger.assume("egress costs what its first tier does");
  }

  private static boolean isZone(Ledger ledger, Resource bucket) {
    String name = ledger.shortName(bucket);
    return ledger.environment().dataLake().zones().stream()
        .anyMatch(zone -> name.equals(zone) || name.endsWith("-" + zone));
  }

  private static Section section(String name) {
    if (name.contains("audit") || name.contains("trail")) {
      return Section.AUDIT;
    }
    return name.contains("model") ? Section.REGISTRY : Section.DATA_LAKE;
  }
}
