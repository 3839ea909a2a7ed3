package dev.mlestate.catalog;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the tables and refuses them with every problem at once. */
final class CatalogReader {
  private CatalogReader() {}

  static String resource(String file) {
    try (InputStream in = CatalogReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the catalog's resources");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static CatalogData read(Function<String, String> files) {
    List<Problem> problems = new ArrayList<>();
    List<LocalDate> reviewed = read("catalog.csv", files, problems, row -> row.date("reviewed"));
    List<MachineShape> nodes = new ArrayList<>();
    List<MachineShape> serving = new ArrayList<>();
    Map<String, Integer> addresses = new HashMap<>();
    read(
        "machines.csv",
        files,
        problems,
        row -> {
          MachineShape machine = machine(row);
          if (row.optional("interfaces").isPresent()) {
            addresses.put(
                Catalog.key(machine.cloud(), machine.name()),
                MaxPods.addresses(
                    row.integer("interfaces"),
                    row.integer("addresses_per_interface"),
                    machine.maxPods()));
          }
          return (row.text("use").equals("serving") ? serving : nodes).add(machine);
        });
    CatalogData data =
        new CatalogData(
            reviewed.isEmpty() ? LocalDate.MIN : reviewed.get(0),
            read("accelerators.csv", files, problems, CatalogReader::accelerator),
            nodes,
            serving,
            read("regions.csv", files, problems, CatalogReader::region),
            read("offerings.csv", files, problems, CatalogReader::offering),
            read("quotas.csv", files, problems, CatalogReader::quota),
            read("kubernetes.csv", files, problems, CatalogReader::kubernetes),
            read("tpus.csv", files, problems, CatalogReader::tpu),
            read("tpu-slices.csv", files, problems, CatalogReader::tpuSlice),
            addresses,
            read("gke-accelerators.csv", files, problems, CatalogReader::gkeAccelerator));
    problems.addAll(Consistency.check(data));
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.OTHER, problems);
    }
    return data;
  }

  private static <T> List<T> read(
      String file, Function<String, String> files, List<Problem> problems, Function<Row, T> parse) {
    return Table.read(file, files.apply(file), problems, parse);
  }

  private static AcceleratorFact accelerator(Row row) {
    return new AcceleratorFact(
        row.accelerator("type").orElseThrow(() -> new IllegalArgumentException("no type")),
        row.text("vendor"),
        row.text("kubernetes_resource"),
        row.source());
  }

  private static MachineShape machine(Row row) {
    Optional<FabricOffer> fabric =
        row.optional("fabric")
            .map(
                name ->
                    new FabricOffer(
                        name, row.integer("fabric_interfaces"), row.decimal("fabric_gbps")));
    MachineShape machine =
        new MachineShape(
            row.cloud(),
            row.text("name"),
            row.integer("vcpus"),
            row.decimal("memory_gib"),
            row.accelerator("accelerator"),
            row.integerOr("accelerator_count", 0),
            row.decimalOr("accelerator_memory_gib", 0),
            fabric,
            row.integerOr("max_pods", 0),
            row.text("quota"),
            row.source());
    if (row.optional("interfaces").isPresent()) {
      int pods =
          MaxPods.of(
              row.integer("interfaces"), row.integer("addresses_per_interface"), machine.vcpus());
      if (pods != machine.maxPods()) {
        throw new IllegalArgumentException(
            machine.name()
                + " has max_pods "
                + machine.maxPods()
                + ", its interfaces make "
                + pods);
      }
    }
    return machine;
  }

  private static Region region(Row row) {
    return new Region(
        row.cloud(),
        row.text("region"),
        row.text("geography"),
        row.text("twin"),
        row.words("zones"),
        row.source());
  }

  private static Offering offering(Row row) {
    return new Offering(
        row.cloud(), row.text("region"), row.text("machine"), row.words("zones"), row.source());
  }

  private static Quota quota(Row row) {
    return new Quota(
        row.cloud(),
        row.text("code"),
        row.text("name"),
        row.text("unit"),
        row.optional("default_value").map(d -> row.integer("default_value")),
        row.optional("spot_code"),
        row.source());
  }

  private static TpuShape tpu(Row row) {
    return new TpuShape(
        row.cloud(),
        row.generation("generation"),
        row.text("name"),
        row.integer("chips"),
        row.decimal("chip_memory_gib"),
        row.integer("vcpus"),
        row.decimal("memory_gib"),
        row.words("zones"),
        row.text("quota"),
        row.source());
  }

  private static GkeAccelerator gkeAccelerator(Row row) {
    return new GkeAccelerator(row.text("machine"), row.text("accelerator"), row.source());
  }

  private static TpuSlice tpuSlice(Row row) {
    int chips = 1;
    for (String size : row.text("topology").split("x", -1)) {
      chips *= Integer.parseInt(size);
    }
    if (chips != row.integer("chips")) {
      throw new IllegalArgumentException(
          row.text("topology") + " makes " + chips + " chips, not " + row.text("chips"));
    }
    return new TpuSlice(
        row.generation("generation"),
        row.text("topology"),
        row.text("machine"),
        chips,
        row.integer("hosts"),
        row.source());
  }

  private static KubernetesVersion kubernetes(Row row) {
    return new KubernetesVersion(
        row.cloud(),
        row.text("version"),
        row.date("end_of_standard_support"),
        row.date("end_of_extended_support"),
        row.source());
  }
}
