package dev.mlestate.catalog;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.TpuGeneration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Typed lookup of the dated data beside this class. Lists keep the data's order, which is the order
 * of preference among equals: newer families of machines first. What the data does not say is not
 * known: a machine type without a row for a region may still be there, but nothing is planned on
 * it.
 *
 * <p>A machine type of Google Cloud to which accelerators are attached is named as
 * n1-standard-8+1xT4. An A10 of Azure counts as A10G, which is the variant that AWS has of it.
 */
public final class Catalog {
  private static final String SERVING_PREFIX = "ml.";

  private final CatalogData data;
  private final Map<String, MachineShape> machines = new HashMap<>();
  private final Map<String, Offering> offerings = new HashMap<>();
  private final Map<String, Quota> quotas = new HashMap<>();
  private final Map<String, String> gkeAccelerators = new HashMap<>();

  Catalog(CatalogData data) {
    this.data = data;
    data.servingMachines().forEach(m -> machines.put(key(m.cloud(), m.name()), m));
    data.nodeMachines().forEach(m -> machines.put(key(m.cloud(), m.name()), m));
    data.offerings().forEach(o -> offerings.put(key(o.cloud(), o.region(), o.machine()), o));
    data.quotas().forEach(q -> quotas.put(key(q.cloud(), q.code()), q));
    data.gkeAccelerators().forEach(a -> gkeAccelerators.put(a.machine(), a.name()));
  }

  /**
   * The catalog that this module carries.
   *
   * @throws dev.mlestate.problem.ProblemException with every duplicate or inconsistent row
   */
  public static Catalog load() {
    return Shared.CATALOG;
  }

  /** The day on which the data was last read through as a whole. */
  public LocalDate reviewed() {
    return data.reviewed();
  }

  /** Machine types for nodes. */
  public List<MachineShape> machines(Cloud cloud) {
    return data.nodeMachines().stream().filter(m -> m.cloud() == cloud).toList();
  }

  /**
   * Machine types of the cloud's managed endpoints, such as ml.g6.xlarge. Those of Google Cloud and
   * Azure have the names of their virtual machine types.
   */
  public List<MachineShape> servingMachines(Cloud cloud) {
    return data.servingMachines().stream().filter(m -> m.cloud() == cloud).toList();
  }

  /** A machine type for nodes or for managed endpoints; for both, if they have the same name. */
  public Optional<MachineShape> machine(Cloud cloud, String name) {
    return Optional.ofNullable(machines.get(key(cloud, name)));
  }

  /** The virtual machine type of a managed endpoint's instance type; any other is its own. */
  public MachineShape nodeCounterpart(MachineShape machine) {
    return machine(machine.cloud(), nodeName(machine)).orElse(machine);
  }

  static String nodeName(MachineShape machine) {
    return machine.name().startsWith(SERVING_PREFIX)
        ? machine.name().substring(SERVING_PREFIX.length())
        : machine.name();
  }

  /**
   * The zones of a region in which a machine type exists; empty: none known. For a managed
   * endpoint's type they are those of its virtual machine type, without which it cannot be.
   */
  public List<String> offered(MachineShape machine, String region) {
    Offering offering =
        offerings.get(key(machine.cloud(), region, nodeCounterpart(machine).name()));
    return offering == null ? List.of() : offering.zones();
  }

  /** Addresses that a node full of pods takes from its subnet, those of its pods included. */
  public int nodeAddresses(MachineShape machine) {
    return data.nodeAddresses()
        .getOrDefault(key(machine.cloud(), machine.name()), 1 + machine.maxPods());
  }

  /** The regions of a cloud. */
  public List<Region> regions(Cloud cloud) {
    return data.regions().stream().filter(r -> r.cloud() == cloud).toList();
  }

  /** The zones of each region of a cloud that files call by a word such as gcp. */
  public Map<String, List<String>> zonesByRegion(String cloud) {
    return data.regions().stream()
        .filter(r -> r.cloud().word().equals(cloud))
        .collect(Collectors.toUnmodifiableMap(Region::name, Region::zones));
  }

  /** A region by name. */
  public Optional<Region> region(Cloud cloud, String name) {
    return regions(cloud).stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /** The regions of a cloud, those of the same geography as {@code near} first. */
  public List<Region> regionsNear(Cloud cloud, String near) {
    String geography = region(cloud, near).map(Region::geography).orElse("");
    return regions(cloud).stream()
        .sorted(Comparator.comparing(r -> !r.geography().equals(geography)))
        .toList();
  }

  /** The regions that offer a machine type, those of the same geography as {@code near} first. */
  public List<Region> regionsOffering(MachineShape machine, String near) {
    return regionsNear(machine.cloud(), near).stream()
        .filter(r -> !offered(machine, r.name()).isEmpty())
        .toList();
  }

  /** The region of another cloud that stands for this one, else the first in its geography. */
  public Optional<Region> counterpart(Region region, Cloud cloud) {
    return regions(cloud).stream()
        .filter(r -> r.twin().equals(region.twin()))
        .findFirst()
        .or(
            () ->
                regions(cloud).stream()
                    .filter(r -> r.geography().equals(region.geography()))
                    .findFirst());
  }

  /** Machines with TPU chips of a generation, smallest first. */
  public List<TpuShape> tpus(TpuGeneration generation) {
    return data.tpus().stream().filter(t -> t.generation() == generation).toList();
  }

  /**
   * What GKE calls the accelerator of a machine type of Google Cloud: the type of a node pool's
   * guest accelerator and the value of the label cloud.google.com/gke-accelerator, or of
   * cloud.google.com/gke-tpu-accelerator where the machine has TPU chips. Vertex AI writes the same
   * name in capitals, with underscores.
   *
   * @param machine such as a3-highgpu-8g, n1-standard-4+1xT4 or ct5lp-hightpu-4t
   */
  public Optional<String> gkeAccelerator(String machine) {
    return Optional.ofNullable(gkeAccelerators.get(machine));
  }

  /**
   * The slices that can be made of a generation, fewest chips first, and of equal ones the one with
   * fewest hosts first: chips of one host need no network between them.
   */
  public List<TpuSlice> slices(TpuGeneration generation) {
    return data.tpuSlices().stream()
        .filter(s -> s.generation() == generation)
        .sorted(Comparator.comparingInt(TpuSlice::chips).thenComparingInt(TpuSlice::hosts))
        .toList();
  }

  /** Versions of the cloud's managed Kubernetes, newest first. */
  public List<KubernetesVersion> kubernetesVersions(Cloud cloud) {
    return data.kubernetes().stream().filter(v -> v.cloud() == cloud).toList();
  }

  /** The newest version in standard support on the day of {@link #reviewed()}. */
  public Optional<KubernetesVersion> newestKubernetes(Cloud cloud) {
    return kubernetesVersions(cloud).stream()
        .filter(v -> v.endOfStandardSupport().isAfter(reviewed()))
        .findFirst();
  }

  /** A quota by its code. */
  public Optional<Quota> quota(Cloud cloud, String code) {
    return Optional.ofNullable(quotas.get(key(cloud, code)));
  }

  /** What is true of an accelerator on every cloud. */
  public AcceleratorFact accelerator(AcceleratorType type) {
    return data.accelerators().stream()
        .filter(a -> a.type() == type)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the data was checked to have " + type));
  }

  static String key(Cloud cloud, String... names) {
    return cloud.word() + List.of(names).stream().collect(Collectors.joining(" ", " ", ""));
  }

  private static final class Shared {
    static final Catalog CATALOG = new Catalog(CatalogReader.read(CatalogReader::resource));
  }
}
