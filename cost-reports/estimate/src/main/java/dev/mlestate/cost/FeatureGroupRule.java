package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.util.Set;

/** SageMaker feature groups. The offline store is a bucket; the online store is charged here. */
final class FeatureGroupRule implements CostRule {
  private static final String TYPE = "aws:sagemaker/featureGroup:FeatureGroup";

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource group : ledger.ofType(TYPE)) {
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
  }
}
