package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Workspaces of Azure Machine Learning are free; the private endpoints of the network that Azure
 * manages for one are not, nor is the firewall that it makes as soon as a rule names a host (Azure
 * Machine Learning, "Managed virtual network isolation: pricing"; general knowledge, not read).
 */
final class WorkspaceRule implements CostRule {
  private static final String TYPE = "azure-native:machinelearningservices:Workspace";
  private static final String RULES = "managedNetwork.outboundRules";

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource workspace : ledger.ofType(TYPE)) {
      Facts facts = new Facts(workspace);
      String item = "Managed private endpoints of " + ledger.shortName(workspace);
      Optional<List<String>> names = facts.members(RULES);
      if (names.isEmpty()) {
        ledger.unknown(item, workspace);
        continue;
      }
      List<String> types =
          names.get().stream()
              .map(name -> facts.under(RULES + "." + name + ".").text("type").orElse("(unknown)"))
              .toList();
      long endpoints = types.stream().filter("PrivateEndpoint"::equals).count();
      if (endpoints > 0) {
        ledger.charge(
            Section.NETWORK,
            workspace,
            item,
            Service.INTERFACE_ENDPOINT_HOUR,
            Ledger.HOURS.multiply(BigDecimal.valueOf(endpoints)));
      }
      if (types.contains("FQDN")) {
        ledger.noPrice(
            "Managed firewall of " + ledger.shortName(workspace),
            workspace.urn(),
            "the firewall of a managed network");
      }
    }
  }
}
