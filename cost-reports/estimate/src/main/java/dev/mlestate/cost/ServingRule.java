package dev.mlestate.cost;

import dev.mlestate.cost.prices.MachinePrice;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SageMaker endpoints, by their configuration. */
final class ServingRule implements CostRule {
  private static final String CONFIGURATION =
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
  private static final String ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
  private static final String SCALING = "aws:appautoscaling/target:Target";
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
  private static final BigDecimal MIB_OF_A_GIB = BigDecimal.valueOf(1024);
  private static final BigDecimal SECONDS_OF_A_REQUEST = new BigDecimal("0.1");

  /** What is captured of a million requests at ten KiB each, in GiB. */
  private static final BigDecimal CAPTURED_GIB =
      new BigDecimal(10_000_000).divide(new BigDecimal(1_048_576), MathContext.DECIMAL64);

  @Override
  public Set<String> types() {
    return Set.of(CONFIGURATION);
  }

  @Override
  public void charge(Ledger ledger) {
    for (Resource configuration : ledger.ofType(CONFIGURATION)) {
      Facts facts = new Facts(configuration);
      for (int i = 0; facts.has("productionVariants[" + i + "]"); i++) {
        String variant = "productionVariants[" + i + "].";
        if (facts.has(variant + "serverlessConfig")) {
          serverless(ledger, configuration, facts, variant);
        } else {
          machines(ledger, configuration, facts, variant);
        }
      }
      captured(ledger, configuration, facts);
      ledger.egress(ledger.shortName(configuration), configuration);
    }
  }

  private static void serverless(
      Ledger ledger, Resource configuration, Facts facts, String variant) {
    String name = ledger.shortName(configuration);
    BigDecimal requests = requests(ledger, name).multiply(MILLION);
    ledger.assume(name + ": a request takes " + SECONDS_OF_A_REQUEST + " s");
    Optional<BigDecimal> gibSeconds =
        facts
            .number(variant + "serverlessConfig.memorySizeInMb", 2048)
            .map(mib -> mib.divide(MIB_OF_A_GIB, MathContext.DECIMAL64))
            .map(gib -> gib.multiply(requests).multiply(SECONDS_OF_A_REQUEST));
    ledger.charge(
        Section.SERVING,
        configuration,
        name + ": serverless",
        Service.SERVERLESS_INFERENCE_GIB_SECOND,
        gibSeconds);
  }

  private static void machines(Ledger ledger, Resource configuration, Facts facts, String variant) {
    String name = ledger.shortName(configuration);
    Optional<String> machine = facts.text(variant + "instanceType");
    if (machine.isEmpty()) {
      ledger.unknown(name, configuration);
      return;
    }
    Optional<BigDecimal> hours =
        averageReplicas(ledger, configuration, facts, variant)
            .map(replicas -> replicas.multiply(Ledger.HOURS));
    Optional<MachinePrice> price = ledger.machine(machine.get());
    ledger.use(
        "serving/" + name, configuration, machine.get(), hours, price.map(p -> p.onDemand().usd()));
    if (price.isEmpty()) {
      ledger.noPrice(name, configuration.urn(), machine.get());
      return;
    }
    BigDecimal usd = price.get().onDemand().usd();
    String item = name + ": " + machine.get();
    if (hours.isEmpty()) {
      ledger.unknown(item, configuration);
      return;
    }
    ledger.post(
        Section.SERVING,
        item,
        configuration,
        hours.get(),
        "h",
        usd,
        usd,
        usd,
        price.get().onDemand().source());
  }

  /** At the maximum for the hours of use, never below the minimum; empty: not known. */
  private static Optional<BigDecimal> averageReplicas(
      Ledger ledger, Resource configuration, Facts facts, String variant) {
    List<Resource> targets = scaling(ledger, configuration);
    if (targets.isEmpty()) {
      return facts.number(variant + "initialInstanceCount", 1);
    }
    Facts target = new Facts(targets.get(0));
    BigDecimal hoursPerDay =
        ledger.usage(
            ledger.shortName(configuration),
            "hoursPerDay",
            Usage::hoursPerDay,
            ledger.defaults().hoursPerDay());
    Optional<BigDecimal> most = target.number("maxCapacity", 1);
    return target
        .number("minCapacity", 1)
        .flatMap(
            least ->
                most.map(
                    max ->
                        least.max(
                            max.multiply(hoursPerDay)
                                .divide(HOURS_OF_A_DAY, MathContext.DECIMAL64))));
  }

  /** What scales the endpoint that has this configuration. */
  private static List<Resource> scaling(Ledger ledger, Resource configuration) {
    List<Resource> endpoints =
        ledger.ofType(ENDPOINT).stream()
            .filter(endpoint -> isConfiguredBy(endpoint, configuration))
            .toList();
    return ledger.ofType(SCALING).stream()
        .filter(target -> endpoints.stream().anyMatch(endpoint -> scales(target, endpoint)))
        .toList();
  }

  /**
   * A preview in which the configuration's name is not known yet does not record that the endpoint
   * depends on it, because Pulumi's Java SDK forgets where an unknown output other than the id
   * comes from (1.36.1); then the endpoint of the same resource name is meant.
   */
  private static boolean isConfiguredBy(Resource endpoint, Resource configuration) {
    Facts facts = new Facts(endpoint);
    return endpoint.dependencies().contains(configuration.urn())
        || (facts.isUndetermined("endpointConfigName")
            ? endpoint.name().equals(configuration.name())
            : facts
                .text("endpointConfigName")
                .equals(new Facts(configuration).text("name").or(() -> Optional.of(""))));
  }

  private static boolean scales(Resource target, Resource endpoint) {
    return target.dependencies().contains(endpoint.urn())
        || new Facts(endpoint)
            .text("name")
            .filter(
                name ->
                    new Facts(target)
                        .text("resourceId")
                        .filter(id -> id.startsWith("endpoint/" + name + "/"))
                        .isPresent())
            .isPresent();
  }

  private static void captured(Ledger ledger, Resource configuration, Facts facts) {
    if (!facts.has("dataCaptureConfig")) {
      return;
    }
    String name = ledger.shortName(configuration);
    ledger.assume(name + ": 10 KiB of each captured request are kept for a month");
    BigDecimal all = requests(ledger, name).multiply(CAPTURED_GIB);
    Optional<BigDecimal> gib =
        facts
            .number("dataCaptureConfig.initialSamplingPercentage", 100)
            .map(percent -> all.multiply(percent).movePointLeft(2));
    ledger.charge(
        Section.SERVING,
        configuration,
        name + ": captured data",
        Service.OBJECT_STORAGE_GIB_MONTH,
        gib);
  }

  private static BigDecimal requests(Ledger ledger, String name) {
    return ledger.usage(
        name, "millionRequests", Usage::millionRequests, ledger.defaults().millionRequests());
  }
}
