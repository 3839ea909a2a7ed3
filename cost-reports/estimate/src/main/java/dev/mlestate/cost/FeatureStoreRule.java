package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Online stores of features: of each SageMaker feature group, and the nodes of Vertex AI's, and the
 * caches that serve Azure's. The offline stores are buckets and tables.
 */
final class FeatureStoreRule implements CostRule {
  private static final String GROUP = "aws:sagemaker/featureGroup:FeatureGroup";
  private static final String STORE = "gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore";
  private static final String OLD_STORE = "gcp:vertex/aiFeatureStore:AiFeatureStore";

  private static final String CACHE = "azure-native:cache:Redis";

  @Override
  public Set<String> types() {
    return Set.of(GROUP, STORE, OLD_STORE, CACHE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource group : ledger.ofType(GROUP)) {
      Facts facts = new Facts(group);
      String item = "Online store of " + ledger.shortName(group);
      if (facts.isUndetermined("onlineStoreConfig.enableOnlineStore")) {
        ledger.unknown(item, group);
      } else if (facts.isTrue("onlineStoreConfig.enableOnlineStore")) {
        ledger.charge(
            Section.FEATURE_STORE,
            group,
            item,
            Service.FEATURE_STORE_ONLINE_GIB_MONTH,
            ledger.defaults().bucketGib());
        ledger.assume(
            ledger.defaults().bucketGib() + " GiB are in the online store of each feature group");
      }
    }
    for (Resource store : ledger.ofType(STORE)) {
      nodes(ledger, store, new Facts(store).number("bigtable.autoScaling.minNodeCount", 1));
    }
    for (Resource store : ledger.ofType(OLD_STORE)) {
      nodes(ledger, store, new Facts(store).number("onlineServingConfig.fixedNodeCount", 0));
    }
    ledger.ofType(CACHE).forEach(cache -> cache(ledger, cache));
  }

  private static void nodes(Ledger ledger, Resource store, Optional<BigDecimal> nodes) {
    ledger.charge(
        Section.FEATURE_STORE,
        store,
        "Online store " + ledger.shortName(store) + ": nodes",
        Service.FEATURE_STORE_NODE_HOUR,
        nodes.map(Ledger.HOURS::multiply));
    ledger.assume("an online store that scales has as many nodes as it has at the least");
  }

  /** Both of its machines have one price, by the size. */
  private static void cache(Ledger ledger, Resource cache) {
    String item = "Online store " + ledger.shortName(cache) + ": cache";
    Facts facts = new Facts(cache);
    Optional<String> kind = facts.text("sku.name");
    Optional<String> size = facts.number("sku.capacity", 1).map(n -> n.toBigInteger().toString());
    if (kind.isEmpty() || size.isEmpty()) {
      ledger.unknown(item, cache);
      return;
    }
    String sku = "redis:" + kind.get() + "_" + facts.text("sku.family").orElse("C") + size.get();
    ledger
        .machine(sku)
        .ifPresentOrElse(
            price ->
                ledger.post(
                    Section.FEATURE_STORE,
                    item,
                    cache,
                    Ledger.HOURS,
                    "h",
                    price.onDemand().usd(),
                    price.onDemand().usd(),
                    price.onDemand().usd(),
                    price.onDemand().source()),
            () -> ledger.noPrice(item, cache.urn(), sku));
  }
}
