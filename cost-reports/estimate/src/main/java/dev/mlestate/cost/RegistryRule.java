package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;

/**
 * Azure's registries. A registry of containers has a price for each day by its tier, with 500 GiB
 * in the premium one; a registry of Azure Machine Learning is free and makes itself such a premium
 * one and a storage account in each of its regions.
 */
final class RegistryRule implements CostRule {
  private static final String CONTAINERS = "azure-native:containerregistry:Registry";
  private static final String MODELS = "azure-native:machinelearningservices:Registry";
  private static final BigDecimal DAYS_OF_A_MONTH =
      Ledger.HOURS.divide(BigDecimal.valueOf(24), MathContext.DECIMAL64);

  @Override
  public Set<String> types() {
    return Set.of(CONTAINERS, MODELS);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource registry : ledger.ofType(CONTAINERS)) {
      String tier = new Facts(registry).text("sku.name").orElse("(unknown)");
      if (tier.equals("Premium")) {
        premium(ledger, registry, "Container registry");
      } else {
        ledger.noPrice("Container registry", registry.urn(), "the tier " + tier);
      }
    }
    for (Resource registry : ledger.ofType(MODELS)) {
      premium(ledger, registry, "Model registry: its container registry");
      ledger.charge(
          Section.REGISTRY,
          registry,
          "Model registry: storage",
          Service.OBJECT_STORAGE_GIB_MONTH,
          ledger.defaults().bucketGib());
      ledger.assume(
          "a model registry keeps a premium container registry and "
              + ledger.defaults().bucketGib()
              + " GiB in one region");
    }
  }

  private static void premium(Ledger ledger, Resource registry, String item) {
    ledger.charge(
        Section.REGISTRY, registry, item, Service.CONTAINER_REGISTRY_PREMIUM_DAY, DAYS_OF_A_MONTH);
    ledger.assume("a premium container registry holds no more than its 500 GiB");
  }
}
