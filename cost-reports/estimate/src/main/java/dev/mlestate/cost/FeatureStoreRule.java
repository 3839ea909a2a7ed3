package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Online stores of features: of each SageMaker feature group, and the nodes of Vertex AI's. The
 * offline stores are buckets and tables.
 */
final class FeatureStoreRule implements CostRule {
  private static final String GROUP = "aws:sagemaker/featureGroup:FeatureGroup";
  private static final String STORE = "gcp:vertex/aiFeatureOnlineStore:AiFeatureOnlineStore";
  private static final String OLD_STORE = "gcp:vertex/aiFeatureStore:AiFeatureStore";

  @Override
  public Set<String> types() {
    return Set.of(GROUP, STORE, OLD_STORE);
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
}
