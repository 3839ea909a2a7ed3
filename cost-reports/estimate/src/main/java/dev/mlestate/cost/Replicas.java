package dev.mlestate.cost;

import dev.mlestate.cost.prices.MachinePrice;
import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import dev.mlestate.model.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** What every cloud's managed endpoints are charged by. */
final class Replicas {
  private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
  static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** What is captured of a million requests at ten KiB each, in GiB. */
  private static final BigDecimal CAPTURED_GIB =
      new BigDecimal(10_000_000).divide(new BigDecimal(1_048_576), MathContext.DECIMAL64);

  private Replicas() {}

  /** At the maximum for the hours of use, never below the minimum; empty: not known. */
  static Optional<BigDecimal> average(
      Ledger ledger, String name, Optional<BigDecimal> least, Optional<BigDecimal> most) {
    BigDecimal hoursPerDay =
        ledger.usage(name, "hoursPerDay", Usage::hoursPerDay, ledger.defaults().hoursPerDay());
    return least.flatMap(
        min ->
            most.map(
                max ->
                    min.max(
                        max.multiply(hoursPerDay).divide(HOURS_OF_A_DAY, MathContext.DECIMAL64))));
  }

  /**
   * Charges machines that serve.
   *
   * @param machine as it is written
   * @param priced as the price list has it
   */
  static void machines(
      Ledger ledger,
      String name,
      Resource endpoint,
      String machine,
      String priced,
      Optional<BigDecimal> replicas) {
    Optional<BigDecimal> hours = replicas.map(n -> n.multiply(Ledger.HOURS));
    Optional<MachinePrice> price = ledger.machine(priced);
    ledger.use("serving/" + name, endpoint, machine, hours, price.map(p -> p.onDemand().usd()));
    if (price.isEmpty()) {
      ledger.noPrice(name, endpoint.urn(), priced);
      return;
    }
    BigDecimal usd = price.get().onDemand().usd();
    String item = name + ": " + machine;
    if (hours.isEmpty()) {
      ledger.unknown(item, endpoint);
      return;
    }
    ledger.post(
        Section.SERVING,
        item,
        endpoint,
        hours.get(),
        "h",
        usd,
        usd,
        usd,
        price.get().onDemand().source());
  }

  /** Charges the storage of what is recorded of the traffic. */
  static void captured(
      Ledger ledger, String name, Resource endpoint, Optional<BigDecimal> percent) {
    ledger.assume(name + ": 10 KiB of each captured request are kept for a month");
    BigDecimal all = millionRequests(ledger, name).multiply(CAPTURED_GIB);
    ledger.charge(
        Section.SERVING,
        endpoint,
        name + ": captured data",
        Service.OBJECT_STORAGE_GIB_MONTH,
        percent.map(p -> all.multiply(p).movePointLeft(2)));
  }

  static BigDecimal millionRequests(Ledger ledger, String name) {
    return ledger.usage(
        name, "millionRequests", Usage::millionRequests, ledger.defaults().millionRequests());
  }
}
