package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SageMaker endpoints, by their configuration. */
final class SageMakerRule implements CostRule {
  private static final String CONFIGURATION =
      "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
  private static final String ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
  private static final String SCALING = "aws:appautoscaling/target:Target";
  private static final BigDecimal MIB_OF_A_GIB = BigDecimal.valueOf(1024);

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
    BigDecimal seconds = ServerlessRule.seconds(ledger, name);
    Optional<BigDecimal> gibSeconds =
        facts
            .number(variant + "serverlessConfig.memorySizeInMb", 2048)
            .map(mib -> mib.divide(MIB_OF_A_GIB, MathContext.DECIMAL64))
            .map(seconds::multiply);
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
    Replicas.machines(
        ledger,
        name,
        configuration,
        machine.get(),
        machine.get(),
        averageReplicas(ledger, configuration, facts, variant));
  }

  /** Of what scales the endpoint, else what it begins with; empty: not known. */
  private static Optional<BigDecimal> averageReplicas(
      Ledger ledger, Resource configuration, Facts facts, String variant) {
    List<Resource> targets = scaling(ledger, configuration);
    if (targets.isEmpty()) {
      return facts.number(variant + "initialInstanceCount", 1);
    }
    Facts target = new Facts(targets.get(0));
    return Replicas.average(
        ledger,
        ledger.shortName(configuration),
        target.number("minCapacity", 1),
        target.number("maxCapacity", 1));
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
    if (facts.has("dataCaptureConfig")) {
      Replicas.captured(
          ledger,
          ledger.shortName(configuration),
          configuration,
          facts.number("dataCaptureConfig.initialSamplingPercentage", 100));
    }
  }
}
