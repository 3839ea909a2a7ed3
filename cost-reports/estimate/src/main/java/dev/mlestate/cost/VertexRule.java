package dev.mlestate.cost;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Serving;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Endpoints of Vertex AI. What runs behind one is deployed with a model and is no resource of its
 * own, so that the environment's serving of the same name says what it asks for.
 */
final class VertexRule implements CostRule {
  private static final String TYPE = "gcp:vertex/aiEndpoint:AiEndpoint";

  /** Before a machine in the price list: Vertex AI adds to what Compute Engine charges. */
  private static final String PRICED = "vertex:";

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource endpoint : ledger.ofType(TYPE)) {
      String name = ledger.shortName(endpoint);
      Optional<Serving> serving =
          ledger.environment().serving().stream()
              .filter(declared -> declared.name().equals(name))
              .findFirst();
      Optional<MachineShape> machine = serving.flatMap(wanted -> machine(ledger, wanted));
      if (machine.isEmpty()) {
        ledger.unknown(name, endpoint);
        ledger.use("serving/" + name, endpoint, "(unknown)", Optional.empty(), Optional.empty());
        continue;
      }
      ledger.assume(
          name + " runs on the smallest machine that satisfies it, which its deployment names");
      Replicas.machines(
          ledger,
          name,
          endpoint,
          machine.get().name(),
          PRICED + machine.get().name(),
          Replicas.average(
              ledger,
              name,
              serving.map(s -> BigDecimal.valueOf(s.replicas().min())),
              serving.map(s -> BigDecimal.valueOf(s.replicas().max()))));
      captured(ledger, name, endpoint);
      ledger.egress(name, endpoint);
    }
  }

  private static void captured(Ledger ledger, String name, Resource endpoint) {
    Facts logging = new Facts(endpoint).under("predictRequestResponseLoggingConfig.");
    if (logging.isTrue("enabled")) {
      Replicas.captured(
          ledger,
          name,
          endpoint,
          logging.number("samplingRate", 0).map(rate -> rate.movePointRight(2)));
    }
  }

  private static Optional<MachineShape> machine(Ledger ledger, Serving wanted) {
    Catalog catalog = ledger.catalog();
    String region = ledger.environment().region();
    return catalog.servingMachines(Cloud.GCP).stream()
        .filter(m -> fits(m, wanted) && !catalog.offered(m, region).isEmpty())
        .min(
            Comparator.comparingInt(MachineShape::vcpus)
                .thenComparingDouble(MachineShape::memoryGib)
                .thenComparingDouble(MachineShape::acceleratorMemoryGib));
  }

  private static boolean fits(MachineShape machine, Serving wanted) {
    return wanted
        .accelerator()
        .map(
            a ->
                machine.accelerator().filter(type -> type == a.type()).isPresent()
                    && machine.acceleratorCount() == a.perReplica())
        .orElseGet(
            () ->
                machine.accelerator().isEmpty()
                    && machine.vcpus() >= wanted.cpu().vcpus()
                    && machine.memoryGib() >= wanted.cpu().memoryGib());
  }
}
