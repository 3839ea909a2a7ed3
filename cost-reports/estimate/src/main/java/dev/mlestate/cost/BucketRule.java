package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * S3 buckets, Cloud Storage buckets and Azure's storage accounts. Those of the data lake's zones
 * share what the lake is used for.
 */
final class BucketRule implements CostRule {
  private static final String ACCOUNT = "azure-native:storage:StorageAccount";
  private static final List<String> BUCKETS =
      List.of(
          "aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "gcp:storage/bucket:Bucket", ACCOUNT);
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
          storage(
              ledger,
              section(ledger.shortName(bucket)),
              bucket,
              "Bucket " + ledger.shortName(bucket),
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
    storage(
        ledger,
        Section.DATA_LAKE,
        bucket,
        "Storage of all zones",
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

  /** An account says how many copies it keeps; a bucket of a region keeps one price. */
  private static void storage(
      Ledger ledger, Section section, Resource bucket, String item, BigDecimal gib) {
    String copies = new Facts(bucket).text("sku.name").orElse("Standard_LRS");
    switch (copies.substring(copies.indexOf('_') + 1)) {
      case "LRS" -> ledger.charge(section, bucket, item, Service.OBJECT_STORAGE_GIB_MONTH, gib);
      case "ZRS" ->
          ledger.charge(section, bucket, item, Service.OBJECT_STORAGE_ZONES_GIB_MONTH, gib);
      default -> ledger.noPrice(item, bucket.urn(), "storage of " + copies);
    }
  }

  /** Azure's zones are containers of one account. */
  private static boolean isZone(Ledger ledger, Resource bucket) {
    String name = ledger.shortName(bucket);
    if (Types.of(bucket).equals(ACCOUNT)) {
      return name.equals("lake") || name.endsWith("-lake");
    }
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
