package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What AKS refuses of clusters and node pools, and Container Apps of environments.
 *
 * <p>Sources: Azure/caf-enterprise-scale#900 (the zone's permission comes before the cluster). The
 * others are general knowledge of the AKS and Container Apps documentation, not read; the codes are
 * not theirs to the letter.
 */
final class Clusters implements ArmRule {
  private static final String CLUSTER = "azure-native:containerservice:ManagedCluster";
  private static final String VERSION = "kubernetesVersion";
  private static final String POOL = "azure-native:containerservice:AgentPool";

  /** Private DNS Zone Contributor, Contributor, Owner. */
  private static final Set<String> ZONE_ROLES =
      Set.of("b12aa53e-6015-4669-85d0-8515ebb3ae7f", Access.CONTRIBUTOR, Access.OWNER);

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    switch (ResourcePaths.unversioned(wanted.type())) {
      case CLUSTER -> cluster(wanted, id, there);
      case POOL -> {
        pool(wanted.inputs(), ResourcePaths.name(id));
        Optional<RecordedResource> cluster = there.find(ResourcePaths.parent(id).orElse(""));
        if (cluster.isPresent()) {
          notAbove(cluster.get().inputs(), wanted.inputs(), ResourcePaths.name(id));
          addresses(cluster.get().inputs(), wanted.inputs(), id, there);
        }
      }
      case "azure-native:app:ManagedEnvironment" -> environment(wanted, there);
      default -> {
        // Nothing of clusters.
      }
    }
  }

  private static void cluster(Admission wanted, String id, Subscription there) {
    List<Obj> pools = Inputs.objects(wanted.inputs(), "agentPoolProfiles");
    if (pools.stream().noneMatch(each -> has(each, "mode", "System"))) {
      throw new CloudException(
          "InvalidParameter: a managed cluster must have at least one system pool in agentPoolProfiles (mode System).");
    }
    for (Obj pool : pools) {
      pool(pool, Inputs.text(pool, "name").orElse(""));
      addresses(wanted.inputs(), pool, id, there);
    }
    serviceRange(wanted, pools, there);
    privateZone(wanted, there);
    upgrade(wanted);
  }

  /** The control plane goes from one minor version to the next, and never back. */
  private static void upgrade(Admission wanted) {
    Optional<Integer> now =
        wanted
            .before()
            .flatMap(held -> Inputs.text(held.inputs(), VERSION))
            .flatMap(Clusters::minor);
    Optional<Integer> next = wanted.input(VERSION).flatMap(Clusters::minor);
    if (now.isEmpty() || next.isEmpty()) {
      return;
    }
    if (next.get() < now.get() || next.get() > now.get() + 1) {
      throw new CloudException(
          "OperationNotAllowed: Upgrading Kubernetes version 1.%d to 1.%d is not allowed: a cluster goes up by one minor version at a time."
              .formatted(now.get(), next.get()));
    }
  }

  private static Optional<Integer> minor(String version) {
    String[] parts = version.split("\\.", -1);
    return parts.length > 1 && parts[1].matches("[0-9]{1,4}")
        ? Optional.of(Integer.parseInt(parts[1]))
        : Optional.empty();
  }

  private static void notAbove(Obj cluster, Obj pool, String name) {
    Optional<Integer> most = Inputs.text(cluster, VERSION).flatMap(Clusters::minor);
    Optional<Integer> asked = Inputs.text(pool, "orchestratorVersion").flatMap(Clusters::minor);
    if (most.isPresent() && asked.isPresent() && asked.get() > most.get()) {
      throw new CloudException(
          "NodePoolMcVersionIncompatible: Node pool version 1.%d of '%s' must not be above the control plane's 1.%d."
              .formatted(asked.get(), name, most.get()));
    }
  }

  private static boolean has(Obj object, String name, String value) {
    return Inputs.text(object, name).filter(value::equals).isPresent();
  }

  private static void pool(Obj pool, String name) {
    boolean spot = has(pool, "scaleSetPriority", "Spot");
    if (spot && has(pool, "mode", "System")) {
      throw new CloudException(
          "InvalidParameter: Agent pool '%s' has scaleSetPriority Spot, which is not allowed in a system pool."
              .formatted(name));
    }
    if (!spot && Inputs.text(pool, "scaleSetEvictionPolicy").isPresent()) {
      throw new CloudException(
          "InvalidParameter: scaleSetEvictionPolicy of agent pool '%s' can only be set when scaleSetPriority is Spot."
              .formatted(name));
    }
    Optional<Integer> least = Inputs.number(pool, "minCount");
    Optional<Integer> most = Inputs.number(pool, "maxCount");
    boolean scales = Inputs.is(pool, "enableAutoScaling", true);
    if (!scales && (least.isPresent() || most.isPresent())) {
      throw new CloudException(
          "InvalidParameter: minCount and maxCount of agent pool '%s' need enableAutoScaling."
              .formatted(name));
    }
    if (scales && (least.isEmpty() || most.isEmpty() || least.get() > most.get())) {
      throw new CloudException(
          "InvalidParameter: enableAutoScaling of agent pool '%s' needs minCount and maxCount, and minCount not above maxCount."
              .formatted(name));
    }
    int count = Inputs.number(pool, "count").orElse(least.orElse(1));
    if (scales && (count < least.get() || count > most.get())) {
      throw new CloudException(
          "InvalidParameter: count %d of agent pool '%s' is not between minCount %d and maxCount %d."
              .formatted(count, name, least.get(), most.get()));
    }
    if (has(pool, "mode", "System") && (count < 1 || least.filter(few -> few < 1).isPresent())) {
      throw new CloudException(
          "InvalidParameter: the system pool '%s' must have at least one node.".formatted(name));
    }
  }

  /** Where pods get addresses of the subnet, each node takes its own and one for each pod. */
  private static void addresses(Obj cluster, Obj pool, String id, Subscription there) {
    boolean podsInSubnet =
        has(cluster, "networkProfile.networkPlugin", "azure")
            && !has(cluster, "networkProfile.networkPluginMode", "overlay")
            && Inputs.text(pool, "podSubnetID").isEmpty();
    Optional<AddressBlock> block =
        Inputs.text(pool, "vnetSubnetID").flatMap(there::find).flatMap(Clusters::block);
    if (block.isEmpty()) {
      return;
    }
    int nodes = Inputs.number(pool, "count").orElse(Inputs.number(pool, "minCount").orElse(1));
    int perNode = podsInSubnet ? 1 + Inputs.number(pool, "maxPods").orElse(30) : 1;
    long needed = (long) nodes * perNode;
    long free = block.get().size() - 5;
    if (needed > free) {
      throw new CloudException(
          "InsufficientSubnetSize: Pre-allocated IPs %d exceeds IPs available %d in Subnet Cidr %s of '%s'."
              .formatted(needed, free, block.get().text(), ResourcePaths.name(id)));
    }
  }

  private static Optional<AddressBlock> block(RecordedResource subnet) {
    return Inputs.text(subnet.inputs(), "addressPrefix")
        .or(() -> Inputs.texts(subnet.inputs(), "addressPrefixes").stream().findFirst())
        .flatMap(AddressBlock::of);
  }

  private static void serviceRange(Admission wanted, List<Obj> pools, Subscription there) {
    Optional<AddressBlock> services =
        wanted.input("networkProfile.serviceCidr").flatMap(AddressBlock::of);
    if (services.isEmpty()) {
      return;
    }
    for (Obj pool : pools) {
      Optional<String> network = Inputs.text(pool, "vnetSubnetID").flatMap(ResourcePaths::parent);
      List<AddressBlock> space = new ArrayList<>();
      network
          .flatMap(there::find)
          .ifPresent(
              found ->
                  Inputs.texts(found.inputs(), "addressSpace.addressPrefixes")
                      .forEach(text -> AddressBlock.of(text).ifPresent(space::add)));
      if (space.stream().anyMatch(services.get()::overlaps)) {
        throw new CloudException(
            "ServiceCidrOverlapExistingSubnetsCidr: The specified service CIDR %s is conflicted with the address space of '%s'."
                .formatted(services.get().text(), network.orElse("")));
      }
    }
  }

  private static void privateZone(Admission wanted, Subscription there) {
    String zone = wanted.input("apiServerAccessProfile.privateDNSZone").orElse("");
    if (!zone.startsWith("/")) {
      return;
    }
    Access access = new Access(there);
    boolean may =
        Inputs.identities(wanted.inputs()).stream()
            .flatMap(identity -> access.principal(identity).stream())
            .anyMatch(principal -> access.has(principal, ZONE_ROLES, zone));
    if (!may && !there.before(ResourcePaths.normal(zone))) {
      throw new CloudException(
          "CustomPrivateDNSZoneMissingPermissionError: a user-assigned identity must be given permission to read and write to custom private dns zone %s before the cluster is made."
              .formatted(zone));
    }
  }

  private static void environment(Admission wanted, Subscription there) {
    Optional<RecordedResource> subnet =
        wanted.input("vnetConfiguration.infrastructureSubnetId").flatMap(there::find);
    if (subnet.isEmpty()) {
      return;
    }
    boolean profiles = !Inputs.list(wanted.inputs(), "workloadProfiles").isEmpty();
    boolean delegated =
        Inputs.objects(subnet.get().inputs(), "delegations").stream()
            .anyMatch(
                each ->
                    Inputs.text(each, "serviceName")
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter("microsoft.app/environments"::equals)
                        .isPresent());
    if (profiles != delegated) {
      throw new CloudException(
          "ManagedEnvironmentSubnetDelegationError: The subnet '%s' must %sbe delegated to Microsoft.App/environments, because the environment has %sworkload profiles."
              .formatted(subnet.get().id(), profiles ? "" : "not ", profiles ? "" : "no "));
    }
    long least = profiles ? 32 : 512;
    block(subnet.get())
        .filter(block -> block.size() < least)
        .ifPresent(
            block -> {
              throw new CloudException(
                  "ManagedEnvironmentInvalidNetworkConfiguration: the subnet %s is too small: /%d is the smallest."
                      .formatted(block.text(), profiles ? 27 : 23));
            });
  }
}
