package dev.mlestate.cost;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Environment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Estimates what an inventory costs a month.
 *
 * <p>A pool or a serving runs at its maximum for {@code usage.<name>.hoursPerDay} and never below
 * its minimum; of a pool's capacity options the first that has a price is charged, the cheapest and
 * the dearest make the range. What is not known or has no price is listed and never counted as
 * nothing.
 */
public final class Estimator {
  private final List<CostRule> rules;
  private final Catalog catalog;

  /**
   * Creates an estimator.
   *
   * @param catalog knows what accelerators a machine has and which Kubernetes versions have left
   *     standard support at its own date
   */
  public Estimator(Catalog catalog) {
    this.catalog = catalog;
    this.rules =
        List.of(
            new ClusterRule(catalog),
            new PoolRule(),
            new SageMakerRule(),
            new EndpointRule(),
            new VertexRule(),
            new ServerlessRule(),
            new NetworkRule(),
            new BucketRule(),
            new TableRule(),
            new FeatureStoreRule(),
            new ImageRule(),
            new RegistryRule(),
            new KeyRule(),
            new LogRule(),
            new FlowLogRule(),
            new TrailRule(),
            new FlatRule(
                "aws:secretsmanager/secret:Secret", Section.KEYS, "Secret", Service.SECRET_MONTH),
            new FlatRule(
                "gcp:secretmanager/secretVersion:SecretVersion",
                Section.KEYS,
                "Secret",
                Service.SECRET_MONTH),
            new FlatRule(
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                Section.LOGS,
                "Alarm",
                Service.METRIC_ALARM_MONTH),
            new FlatRule(
                "azure-native:insights:MetricAlert",
                Section.LOGS,
                "Alarm",
                Service.METRIC_ALARM_MONTH),
            new FlatRule(
                "aws:cloudwatch/dashboard:Dashboard",
                Section.LOGS,
                "Dashboard",
                Service.DASHBOARD_MONTH),
            new FlatRule(
                "gcp:dns/managedZone:ManagedZone",
                Section.NETWORK,
                "Private zone",
                Service.DNS_ZONE_MONTH),
            new FlatRule(
                "azure-native:network:PrivateZone",
                Section.NETWORK,
                "Private zone",
                Service.DNS_ZONE_MONTH),
            FlatRule.hourly(
                "azure-native:purview:Account",
                Section.DATA_LAKE,
                "Data catalog: one capacity unit",
                Service.DATA_CATALOG_UNIT_HOUR));
  }

  /** What the inventory costs a month in the environment's region. */
  public Estimate estimate(Inventory inventory, Environment environment, PriceCatalog prices) {
    Ledger ledger = new Ledger(inventory, environment, prices, catalog);
    Set<String> ruled =
        rules.stream().flatMap(rule -> rule.types().stream()).collect(Collectors.toSet());
    Map<String, String> free = new TreeMap<>();
    for (Resource resource : inventory.resources()) {
      String type = Types.of(resource);
      if (ruled.contains(type) || FreeTypes.isNotOfACloud(type)) {
        continue;
      }
      Optional<String> reason = FreeTypes.reason(type);
      reason.ifPresentOrElse(why -> free.put(type, why), () -> ledger.noRule(resource));
    }
    if (!inventory.resources().isEmpty()) {
      ledger.assume("a month has " + Ledger.HOURS + " hours");
      ledger.assume(
          "list prices before tax, discounts and free tiers; requests to keys, rotated keys and"
              + " traffic between zones are not counted");
      ledger.assume(
          "what endpoints process in and out, their volumes, and the reads and writes of feature"
              + " groups are not counted");
      rules.forEach(rule -> rule.charge(ledger));
    }
    return ledger.close(free);
  }
}
