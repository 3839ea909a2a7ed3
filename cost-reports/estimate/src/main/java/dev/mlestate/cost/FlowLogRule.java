package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What writing down a network's traffic costs on GCP, where a subnet says whether it does, and on
 * Azure. Where the logs lie is charged apart.
 */
final class FlowLogRule implements CostRule {
  private static final String SUBNET = "gcp:compute/subnetwork:Subnetwork";
  private static final String FLOW_LOG = "azure-native:network:FlowLog";

  @Override
  public Set<String> types() {
    return Set.of(SUBNET, FLOW_LOG);
  }

  @Override
  public void charge(Ledger ledger) {
    ledger.ofType(SUBNET).stream()
        .filter(subnet -> new Facts(subnet).has("logConfig"))
        .forEach(subnet -> charge(ledger, subnet));
    ledger.ofType(FLOW_LOG).forEach(log -> charge(ledger, log));
  }

  private static void charge(Ledger ledger, Resource log) {
    BigDecimal gib = ledger.defaults().logGib();
    ledger.charge(Section.LOGS, log, "Flow logs", Service.FLOW_LOG_GIB, gib);
    ledger.assume(gib + " GiB of flow logs a month are written of each network or subnet");
  }
}
