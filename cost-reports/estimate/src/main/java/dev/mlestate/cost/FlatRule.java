package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Set;

/** What costs the same every month because it exists. */
record FlatRule(String type, Section section, String item, Service service, BigDecimal quantity)
    implements CostRule {
  FlatRule(String type, Section section, String item, Service service) {
    this(type, section, item, service, BigDecimal.ONE);
  }

  /** What is charged by the hour. */
  static FlatRule hourly(String type, Section section, String item, Service service) {
    return new FlatRule(type, section, item, service, Ledger.HOURS);
  }

  @Override
  public Set<String> types() {
    return Set.of(type);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource resource : ledger.ofType(type)) {
      ledger.charge(section, resource, item, service, quantity);
    }
  }
}
