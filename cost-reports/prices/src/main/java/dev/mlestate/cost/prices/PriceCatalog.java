package dev.mlestate.cost.prices;

import dev.mlestate.model.Cloud;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Dated list prices in US dollars. A region that a price is not known for has none: no other
 * region's price stands in for it.
 */
public final class PriceCatalog {
  private final Map<String, MachinePrice> machines;
  private final Map<String, Price> services;

  private PriceCatalog(Map<String, MachinePrice> machines, Map<String, Price> services) {
    this.machines = Map.copyOf(machines);
    this.services = Map.copyOf(services);
  }

  /** The prices that come with mlestate; cost-reports/prices/SOURCES.md names their sources. */
  public static PriceCatalog bundled() {
    return Bundled.CATALOG;
  }

  /**
   * Reads prices in the form of the bundled files.
   *
   * @param machinesName what to call the first file in a message
   * @param servicesName what to call the second file in a message
   * @throws ProblemException with everything that is wrong in either file
   */
  public static PriceCatalog read(
      String machinesName, Reader machines, String servicesName, Reader services) {
    PriceFile machineFile = new PriceFile(machinesName);
    PriceFile serviceFile = new PriceFile(servicesName);
    Map<String, MachinePrice> machinePrices = new TreeMap<>();
    Map<String, Price> servicePrices = new TreeMap<>();
    for (PriceFile.Row row : machineFile.rows(machines, MachineRow.COLUMNS)) {
      MachineRow.read(row)
          .ifPresent(
              price -> {
                String key = key(price.cloud(), price.region(), price.machine());
                if (machinePrices.put(key, price) != null) {
                  row.problem("machine", price.machine() + " stands twice", "remove one row");
                }
              });
    }
    for (PriceFile.Row row : serviceFile.rows(services, ServiceRow.COLUMNS)) {
      ServiceRow.read(row)
          .ifPresent(
              entry -> {
                String key = key(entry.cloud(), entry.region(), entry.service().word());
                if (servicePrices.put(key, entry.price()) != null) {
                  row.problem(
                      "service", entry.service().word() + " stands twice", "remove one row");
                }
              });
    }
    var problems =
        Stream.concat(machineFile.problems().stream(), serviceFile.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    return new PriceCatalog(machinePrices, servicePrices);
  }

  /** What an hour of a machine costs; empty if no price is known for it in this region. */
  public Optional<MachinePrice> machine(Cloud cloud, String region, String machine) {
    return Optional.ofNullable(machines.get(key(cloud, region, machine)));
  }

  /** What a unit of a service costs; empty if no price is known for it in this region. */
  public Optional<Price> service(Cloud cloud, String region, Service service) {
    return Optional.ofNullable(services.get(key(cloud, region, service.word())));
  }

  /** The date of the oldest price that counts for a region; empty if it has none. */
  public Optional<LocalDate> oldest(Cloud cloud, String region) {
    String prefix = key(cloud, region, "");
    return Stream.concat(
            machines.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .map(e -> e.getValue().onDemand()),
            services.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .map(Map.Entry::getValue))
        .map(price -> price.source().date())
        .min(LocalDate::compareTo);
  }

  private static String key(Cloud cloud, String region, String sku) {
    return cloud.word() + "/" + region + "/" + sku;
  }

  private static final class Bundled {
    private static final PriceCatalog CATALOG = load();

    private static PriceCatalog load() {
      try (Reader machines = open("machines.csv");
          Reader services = open("services.csv")) {
        return read("machines.csv", machines, "services.csv", services);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Reader open(String file) {
      InputStream stream = PriceCatalog.class.getResourceAsStream(file);
      return new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8);
    }
  }
}
