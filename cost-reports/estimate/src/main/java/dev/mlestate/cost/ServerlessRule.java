package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Cloud Run services and Azure Container Apps: what a replica has is charged for the seconds in
 * which it serves, and for every second of the replicas that are always there.
 */
final class ServerlessRule implements CostRule {
  private static final String CLOUD_RUN = "gcp:cloudrunv2/service:Service";
  private static final String CONTAINER_APP = "azure-native:app:ContainerApp";
  private static final BigDecimal SECONDS_OF_A_REQUEST = new BigDecimal("0.1");
  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);

  @Override
  public Set<String> types() {
    return Set.of(CLOUD_RUN, CONTAINER_APP);
  }

  /** In which a serving without machines of its own serves. */
  static BigDecimal seconds(Ledger ledger, String name) {
    ledger.assume(name + ": a request takes " + SECONDS_OF_A_REQUEST + " s");
    return Replicas.millionRequests(ledger, name)
        .multiply(Replicas.MILLION)
        .multiply(SECONDS_OF_A_REQUEST);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource service : ledger.ofType(CLOUD_RUN)) {
      Facts facts = new Facts(service).under("template.");
      String limits = "containers[0].resources.limits.";
      charge(
          ledger,
          service,
          facts.quantity(limits + "cpu", BigDecimal.ONE),
          facts.gib(limits + "memory", new BigDecimal("0.5")),
          facts.number("scaling.minInstanceCount", 0),
          accelerators(facts),
          Service.SERVERLESS_L4_SECOND);
    }
    for (Resource app : ledger.ofType(CONTAINER_APP)) {
      Facts facts = new Facts(app).under("template.");
      boolean t4 = workload(app).contains("T4");
      charge(
          ledger,
          app,
          facts.quantity("containers[0].resources.cpu", new BigDecimal("0.5")),
          facts.gib("containers[0].resources.memory", BigDecimal.ONE),
          facts.number("scale.minReplicas", 0),
          Optional.of(BigDecimal.valueOf(workload(app).contains("GPU") ? 1 : 0)),
          t4 ? Service.SERVERLESS_T4_SECOND : Service.SERVERLESS_A100_SECOND);
    }
  }

  private static Optional<BigDecimal> accelerators(Facts facts) {
    if (facts.isUndetermined("containers[0].resources.limits")) {
      return Optional.empty();
    }
    return Optional.of(
        facts
            .member("containers[0].resources.limits", "nvidia.com/gpu")
            .map(BigDecimal::new)
            .orElse(BigDecimal.ZERO));
  }

  private static String workload(Resource app) {
    return new Facts(app).text("workloadProfileName").orElse("");
  }

  private static void charge(
      Ledger ledger,
      Resource service,
      Optional<BigDecimal> vcpus,
      Optional<BigDecimal> gib,
      Optional<BigDecimal> least,
      Optional<BigDecimal> accelerators,
      Service accelerator) {
    String name = ledger.shortName(service);
    BigDecimal served = seconds(ledger, name);
    Optional<BigDecimal> seconds =
        least.map(n -> n.multiply(Ledger.HOURS).multiply(SECONDS_OF_AN_HOUR).max(served));
    ledger.charge(
        Section.SERVING,
        service,
        name + ": vCPUs",
        Service.SERVERLESS_VCPU_SECOND,
        seconds.flatMap(s -> vcpus.map(s::multiply)));
    ledger.charge(
        Section.SERVING,
        service,
        name + ": memory",
        Service.SERVERLESS_GIB_SECOND,
        seconds.flatMap(s -> gib.map(s::multiply)));
    ledger.charge(
        Section.SERVING,
        service,
        name + ": requests",
        Service.SERVERLESS_MILLION_REQUESTS,
        Replicas.millionRequests(ledger, name));
    if (accelerators.filter(n -> n.signum() == 0).isEmpty()) {
      ledger.charge(
          Section.SERVING,
          service,
          name + ": accelerators",
          accelerator,
          seconds.flatMap(s -> accelerators.map(s::multiply)));
    }
    ledger.egress(name, service);
  }
}
