package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.util.Set;

/** ECR repositories, and those of Artifact Registry. */
final class ImageRule implements CostRule {
  private static final Set<String> TYPES =
      Set.of("aws:ecr/repository:Repository", "gcp:artifactregistry/repository:Repository");

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void charge(Ledger ledger) {
    TYPES.stream()
        .sorted()
        .flatMap(type -> ledger.ofType(type).stream())
        .forEach(repository -> charge(ledger, repository));
  }

  private static void charge(Ledger ledger, Resource repository) {
    ledger.charge(
        Section.REGISTRY,
        repository,
        "Image repository",
        Service.IMAGE_STORAGE_GIB_MONTH,
        ledger.defaults().imageGib());
    ledger.assume(ledger.defaults().imageGib() + " GiB are in each image repository");
  }
}
