package dev.mlestate.cost;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Source;
import dev.mlestate.cost.prices.MachinePrice;
import dev.mlestate.cost.prices.Price;
import dev.mlestate.cost.prices.PriceCatalog;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Inventory;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Environment;
import dev.mlestate.model.TpuGeneration;
import dev.mlestate.model.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What the rules read, and where they write. */
final class Ledger {
  /** Of a month: 8,760 hours a year by twelve. */
  static final BigDecimal HOURS = BigDecimal.valueOf(730);

  static final String SHARED = "shared";

  /** Where the clouds' resources have them; Google's are lower-case, as our names are. */
  private static final List<String> TAGS =
      List.of("tags", "labels", "resourceLabels", "nodeConfig.resourceLabels", "userLabels");

  private final Environment environment;
  private final PriceCatalog prices;
  private final Catalog catalog;
  private final Map<String, Resource> byUrn = new TreeMap<>();
  private final List<Charge> charges = new ArrayList<>();
  private final List<Unpriced> unpriced = new ArrayList<>();
  private final List<String> assumptions = new ArrayList<>();
  private final List<AcceleratorUse> accelerators = new ArrayList<>();

  Ledger(Inventory inventory, Environment environment, PriceCatalog prices, Catalog catalog) {
    this.environment = environment;
    this.catalog = catalog;
    this.prices = prices;
    inventory.resources().forEach(resource -> byUrn.put(resource.urn(), resource));
  }

  Environment environment() {
    return environment;
  }

  UsageDefaults defaults() {
    return UsageDefaults.of(environment.environment());
  }

  Catalog catalog() {
    return catalog;
  }

  /** Every resource of a type, of whatever version of its API. */
  List<Resource> ofType(String type) {
    return byUrn.values().stream().filter(resource -> Types.of(resource).equals(type)).toList();
  }

  /** Nodes that a pool has reserved for itself, and that are paid for whether used or not. */
  BigDecimal reservedNodes(String pool) {
    return BigDecimal.valueOf(
        environment.gcp().reservedNodes().getOrDefault(pool, 0)
            + environment.azure().reservedNodes().getOrDefault(pool, 0));
  }

  /** Those of a type that a resource depends on. */
  List<Resource> dependencies(Resource resource, String type) {
    return resource.dependencies().stream()
        .flatMap(urn -> Optional.ofNullable(byUrn.get(urn)).stream())
        .filter(dependency -> Types.of(dependency).equals(type))
        .toList();
  }

  /** A resource's name without the estate and the environment. */
  String shortName(Resource resource) {
    String prefix = environment.estate() + "-" + environment.environment().word() + "-";
    return resource.name().startsWith(prefix)
        ? resource.name().substring(prefix.length())
        : resource.name();
  }

  String team(Resource resource) {
    return tag(resource, "team").orElse(SHARED);
  }

  private String costCenter(Resource resource) {
    return tag(resource, "cost-center").orElse(environment.costCenter());
  }

  private static Optional<String> tag(Resource resource, String key) {
    Facts facts = new Facts(resource);
    return TAGS.stream().flatMap(tags -> facts.member(tags, key).stream()).findFirst();
  }

  /** What the environment says of a use; where it says nothing, the default, told. */
  BigDecimal usage(
      String name, String key, Function<Usage, Optional<Double>> of, BigDecimal byDefault) {
    Optional<Double> said = Optional.ofNullable(environment.usage().get(name)).flatMap(of);
    if (said.isEmpty()) {
      assume("usage." + name + "." + key + " is " + byDefault.toPlainString() + " by default");
    }
    return said.map(BigDecimal::valueOf).orElse(byDefault);
  }

  void assume(String sentence) {
    assumptions.add(sentence);
  }

  /** Charges a service for a resource; an empty quantity is not known. */
  void charge(
      Section section,
      Resource resource,
      String item,
      Service service,
      Optional<BigDecimal> quantity) {
    Optional<Price> price = prices.service(environment.cloud(), environment.region(), service);
    if (price.isEmpty()) {
      noPrice(item, resource.urn(), service.word());
    } else if (quantity.isEmpty()) {
      unknown(item, resource);
    } else {
      BigDecimal usd = price.get().usd();
      post(
          section,
          item,
          resource,
          quantity.get(),
          service.unit(),
          usd,
          usd,
          usd,
          price.get().source());
    }
  }

  /** Charges a quantity that is known. */
  void charge(
      Section section, Resource resource, String item, Service service, BigDecimal quantity) {
    charge(section, resource, item, service, Optional.of(quantity));
  }

  /** Charges what leaves a pool or serving for the internet, where the environment says it. */
  void egress(String name, Resource resource) {
    Optional.ofNullable(environment.usage().get(name))
        .flatMap(Usage::egressGib)
        .ifPresent(
            gib -> {
              charge(
                  Section.NETWORK,
                  resource,
                  "Egress of " + name + " to the internet",
                  Service.INTERNET_EGRESS_GIB,
                  BigDecimal.valueOf(gib));
              assume("egress costs what its first tier does");
            });
  }

  void post(
      Section section,
      String item,
      Resource resource,
      BigDecimal quantity,
      String unit,
      BigDecimal usd,
      BigDecimal low,
      BigDecimal high,
      Source source) {
    charges.add(
        new Charge(
            section,
            item,
            resource.urn(),
            team(resource),
            costCenter(resource),
            quantity,
            unit,
            usd,
            low,
            high,
            source));
  }

  Optional<MachinePrice> machine(String name) {
    return prices.machine(environment.cloud(), environment.region(), name);
  }

  /** How many accelerators a machine has; empty: nobody knows the machine. */
  Optional<BigDecimal> accelerators(String machine) {
    return catalog
        .machine(environment.cloud(), machine)
        .map(MachineShape::acceleratorCount)
        .or(() -> machine(machine).map(MachinePrice::acceleratorCount))
        .map(BigDecimal::valueOf);
  }

  /** Notes that a machine's accelerators run, if it has any or may have. */
  void use(
      String name,
      Resource owner,
      String machine,
      Optional<BigDecimal> machineHours,
      Optional<BigDecimal> usdPerMachineHour) {
    Optional<BigDecimal> count = accelerators(machine);
    if (count.filter(n -> n.signum() == 0).isPresent()) {
      return;
    }
    accelerators.add(
        new AcceleratorUse(
            name,
            team(owner),
            machine,
            isTpu(machine) ? AcceleratorUse.Kind.TPU : AcceleratorUse.Kind.GPU,
            count.flatMap(n -> machineHours.map(n::multiply)),
            count.flatMap(
                n -> usdPerMachineHour.map(usd -> usd.divide(n, MathContext.DECIMAL64)))));
  }

  private boolean isTpu(String machine) {
    return Arrays.stream(TpuGeneration.values())
        .flatMap(generation -> catalog.tpus(generation).stream())
        .anyMatch(tpu -> tpu.cloud() == environment.cloud() && tpu.name().equals(machine));
  }

  void noPrice(String item, String resource, String sku) {
    unpriced.add(
        new Unpriced(
            Unpriced.Cause.NO_PRICE,
            item,
            resource,
            "no price of " + sku + " is known in " + environment.region()));
  }

  void unknown(String item, Resource resource) {
    unpriced.add(
        new Unpriced(
            Unpriced.Cause.UNKNOWN_QUANTITY,
            item,
            resource.urn(),
            "what it is charged by is not known yet"));
  }

  void noRule(Resource resource) {
    unpriced.add(
        new Unpriced(
            Unpriced.Cause.NO_RULE,
            resource.type(),
            resource.urn(),
            "no rule estimates this type"));
  }

  Estimate close(Map<String, String> free) {
    Optional<LocalDate> oldest =
        charges.stream().map(charge -> charge.source().date()).min(LocalDate::compareTo);
    return new Estimate(
        environment.estate() + "-" + environment.environment().word(),
        environment.region(),
        oldest,
        charges,
        unpriced,
        new TreeMap<>(free),
        assumptions,
        accelerators);
  }
}
