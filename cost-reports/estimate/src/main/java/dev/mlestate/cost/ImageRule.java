package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.util.Set;

/** ECR repositories. */
final class ImageRule implements CostRule {
  private static final String TYPE = "aws:ecr/repository:Repository";

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource repository : ledger.ofType(TYPE)) {
      ledger.charge(
          Section.REGISTRY,
          repository,
          "Image repository",
          Service.IMAGE_STORAGE_GIB_MONTH,
          ledger.defaults().imageGib());
      ledger.assume(ledger.defaults().imageGib() + " GiB are in each image repository");
    }
  }
}
