package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Set;

/** What costs the same every month because it exists. */
record FlatRule(String type, Section section, String item, Service service) implements CostRule {
  @Override
  public Set<String> types() {
    return Set.of(type);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource resource : ledger.ofType(type)) {
      ledger.charge(section, resource, item, service, BigDecimal.ONE);
    }
  }
}
