package dev.mlestate.cost;

import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Managed online deployments of Azure Machine Learning, at the price of their machines. */
final class EndpointRule implements CostRule {
  private static final String DEPLOYMENT = "azure-native:machinelearningservices:OnlineDeployment";
  private static final String SCALING = "azure-native:insights:AutoscaleSetting";

  @Override
  public Set<String> types() {
    return Set.of(DEPLOYMENT);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource deployment : ledger.ofType(DEPLOYMENT)) {
      Facts facts = new Facts(deployment);
      String name = serving(ledger, deployment);
      Optional<String> machine = facts.text("onlineDeploymentProperties.instanceType");
      if (machine.isEmpty()) {
        ledger.unknown(name, deployment);
        continue;
      }
      Replicas.machines(
          ledger,
          name,
          deployment,
          machine.get(),
          machine.get(),
          replicas(ledger, name, deployment));
      if (facts.has("onlineDeploymentProperties.dataCollector")) {
        Replicas.captured(ledger, name, deployment, capturedPercent(ledger, name));
      }
      ledger.egress(name, deployment);
    }
  }

  /** The name in the environment, with which a deployment's begins. */
  private static String serving(Ledger ledger, Resource deployment) {
    String name = ledger.shortName(deployment);
    return ledger.environment().serving().stream()
        .map(serving -> serving.name())
        .filter(serving -> name.equals(serving) || name.startsWith(serving + "-"))
        .findFirst()
        .orElse(name);
  }

  private static Optional<BigDecimal> replicas(Ledger ledger, String name, Resource deployment) {
    List<Resource> scaling =
        ledger.ofType(SCALING).stream()
            .filter(setting -> setting.dependencies().contains(deployment.urn()))
            .toList();
    if (scaling.isEmpty()) {
      return new Facts(deployment).number("sku.capacity", 1);
    }
    Facts bounds = new Facts(scaling.get(0)).under("profiles[0].capacity.");
    return Replicas.average(ledger, name, bounds.number("minimum", 1), bounds.number("maximum", 1));
  }

  private static Optional<BigDecimal> capturedPercent(Ledger ledger, String name) {
    return Optional.of(
        ledger.environment().serving().stream()
            .filter(serving -> serving.name().equals(name))
            .map(serving -> BigDecimal.valueOf(serving.capture().percent()))
            .findFirst()
            .orElse(BigDecimal.valueOf(100)));
  }
}
