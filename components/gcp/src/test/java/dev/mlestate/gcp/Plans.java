package dev.mlestate.gcp;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Source;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.model.TpuGeneration;
import dev.mlestate.planning.AddressRange;
import dev.mlestate.planning.AddressRange.Purpose;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.NetworkPlan;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.planning.SubnetPlan;
import dev.mlestate.planning.TaintPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans to realise, made by hand. */
final class Plans {
  static final String NETWORK = "10.42.0.0/16";
  private static final Source SOURCE = new Source("test", LocalDate.of(2026, 11, 24));

  private Plans() {}

  static Environment dev() {
    return EnvironmentReader.read(
            Path.of(System.getProperty("mlestate.root"), "environments", "dev-gcp.yaml"))
        .environment();
  }

  /** The same with more keys, in a file of the folder. */
  static Environment dev(Path folder, String more) throws IOException {
    Path file = folder.resolve("dev-gcp.yaml");
    String text =
        Files.readString(
                Path.of(System.getProperty("mlestate.root"), "environments", "dev-gcp.yaml"))
            .replace("capacity: [spot] # an", "capacity: [reservation] # an");
    Files.writeString(file, text + more);
    Files.copy(
        Path.of(System.getProperty("mlestate.root"), "environments", "organisation.yaml"),
        folder.resolve("organisation.yaml"));
    return EnvironmentReader.read(file).environment();
  }

  static EstatePlan estate(Environment environment, NodePoolPlan... pools) {
    return new EstatePlan(
        environment, network(pools), List.of(cluster(pools)), List.of(), List.of());
  }

  static ClusterPlan cluster(NodePoolPlan... pools) {
    return new ClusterPlan("train", "1.35", "10.42.4.0/24", List.of("10.0.0.0/16"), List.of(pools));
  }

  static NetworkPlan network(NodePoolPlan... pools) {
    List<AddressRange> ranges = new ArrayList<>();
    ranges.add(range("train-pods", Purpose.PODS, "10.42.64.0/18"));
    ranges.add(range("train-services", Purpose.SERVICES, "10.42.4.0/24"));
    ranges.add(range("train-control-plane", Purpose.CONTROL_PLANE, "10.42.5.0/28"));
    ranges.add(
        new AddressRange(
            "private-services",
            Purpose.PRIVATE_SERVICES,
            Optional.empty(),
            Optional.of("10.42.32.0/20"),
            256));
    int interfaces =
        Stream.of(pools)
            .flatMap(pool -> pool.fabric().stream())
            .mapToInt(FabricOffer::interfaces)
            .max()
            .orElse(0);
    for (int i = 1; i <= interfaces; i++) {
      ranges.add(
          new AddressRange(
              "fabric-" + i,
              Purpose.FABRIC,
              Optional.empty(),
              Optional.of("10.42." + (8 + i) + ".0/24"),
              16));
    }
    return new NetworkPlan(
        Optional.empty(),
        NETWORK,
        List.of("us-central1-a", "us-central1-b"),
        List.of(
            new SubnetPlan(
                "private-us-central1",
                Optional.empty(),
                Optional.empty(),
                "10.42.0.0/22",
                SubnetPlan.Tier.PRIVATE,
                100,
                1020)),
        ranges,
        1);
  }

  private static AddressRange range(String name, Purpose purpose, String cidr) {
    return new AddressRange(name, purpose, Optional.of("train"), Optional.of(cidr), 16);
  }

  static NodePoolPlan system() {
    return pool(
            "system", machine("n2-standard-4"), 1, 3, options("system", CapacityOption.ON_DEMAND))
        .build();
  }

  static NodePoolPlan l4(CapacityOption option) {
    return pool("l4", machine("g2-standard-8"), 0, 3, options("l4", option)).build();
  }

  static NodePoolPlan h100(CapacityOption... options) {
    MachineShape machine = machine("a3-highgpu-8g");
    return pool("h100", machine, 0, 2, options("h100", options))
        .zones("us-central1-a")
        .fabric(machine.fabric())
        .build();
  }

  /** One machine of four chips. */
  static NodePoolPlan tpuHost() {
    return pool("tpu", tpuMachine("ct5lp-hightpu-4t"), 0, 1, options("tpu", CapacityOption.SPOT))
        .zones("us-central1-a")
        .tpu(slice(TpuGeneration.V5E, "2x2", "ct5lp-hightpu-4t", 4, 1))
        .build();
  }

  /** Four machines of four chips. */
  static NodePoolPlan tpuSlice(String name, CapacityOption option) {
    return pool(name, tpuMachine("ct5p-hightpu-4t"), 4, 4, options(name, option))
        .zones("us-east5-a")
        .tpu(slice(TpuGeneration.V5P, "2x2x4", "ct5p-hightpu-4t", 16, 4))
        .build();
  }

  static MachineShape machine(String name) {
    return Catalog.load().machines(Cloud.GCP).stream()
        .filter(machine -> machine.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static MachineShape tpuMachine(String name) {
    return new MachineShape(
        Cloud.GCP, name, 112, 192, Optional.empty(), 0, 0, Optional.empty(), 110, "TPU", SOURCE);
  }

  private static TpuSlice slice(
      TpuGeneration generation, String topology, String machine, int chips, int hosts) {
    return new TpuSlice(generation, topology, machine, chips, hosts, SOURCE);
  }

  static List<CapacityPlan> options(String pool, CapacityOption... options) {
    List<CapacityPlan> plans = new ArrayList<>();
    for (CapacityOption option : options) {
      plans.add(
          new CapacityPlan(
              option,
              pool + "-" + option.word(),
              10 * (options.length - plans.size()),
              Optional.empty()));
    }
    return plans;
  }

  static PoolBuilder pool(
      String name, MachineShape machine, int min, int max, List<CapacityPlan> capacity) {
    return new PoolBuilder(name, machine, min, max, capacity);
  }

  /** The parts of a pool that few pools have. */
  static final class PoolBuilder {
    private final String name;
    private final MachineShape machine;
    private final int min;
    private final int max;
    private List<CapacityPlan> capacity;
    private List<String> zones = List.of("us-central1-a", "us-central1-b");
    private Optional<FabricOffer> fabric = Optional.empty();
    private Optional<TpuSlice> tpu = Optional.empty();

    private PoolBuilder(
        String name, MachineShape machine, int min, int max, List<CapacityPlan> capacity) {
      this.name = name;
      this.machine = machine;
      this.min = min;
      this.max = max;
      this.capacity = capacity;
    }

    PoolBuilder zones(String... value) {
      zones = List.of(value);
      return this;
    }

    PoolBuilder fabric(Optional<FabricOffer> value) {
      fabric = value;
      return this;
    }

    PoolBuilder tpu(TpuSlice value) {
      tpu = Optional.of(value);
      return this;
    }

    PoolBuilder reserved(String reservation) {
      capacity =
          capacity.stream()
              .map(
                  each ->
                      each.option() == CapacityOption.RESERVATION
                          ? new CapacityPlan(
                              each.option(), each.name(), each.priority(), Optional.of(reservation))
                          : each)
              .toList();
      return this;
    }

    NodePoolPlan build() {
      boolean accelerated = machine.accelerator().isPresent() || tpu.isPresent();
      return new NodePoolPlan(
          name,
          accelerated ? Optional.of("research") : Optional.empty(),
          "ml-1",
          machine,
          min,
          max,
          capacity,
          zones,
          fabric,
          tpu,
          100,
          Map.of("mlestate.dev/pool", name),
          accelerated
              ? List.of(
                  new TaintPlan("mlestate.dev/accelerator", name, TaintPlan.Effect.NO_SCHEDULE))
              : List.of());
    }
  }
}
