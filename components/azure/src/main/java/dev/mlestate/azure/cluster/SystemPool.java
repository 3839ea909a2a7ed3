package dev.mlestate.azure.cluster;

import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAgentPoolProfileArgs;
import com.pulumi.core.Output;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.planning.CapacityPlan;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.planning.NodePoolPlan;
import java.util.Map;

/**
 * The native pool that AKS's own software runs on, which is a part of the cluster: the first pool
 * without accelerators, by its first capacity option that nobody takes away.
 *
 * @param pool whose machines they are
 * @param capacity the option that the cluster itself holds
 */
record SystemPool(NodePoolPlan pool, CapacityPlan capacity) {
  /**
   * Chooses the pool.
   *
   * @throws IllegalArgumentException if no pool has machines that stay
   */
  static SystemPool of(ClusterPlan cluster) {
    for (NodePoolPlan pool : cluster.nodePools()) {
      if (pool.machine().accelerator().isEmpty()) {
        for (CapacityPlan capacity : pool.capacity()) {
          if (capacity.option() == CapacityOption.ON_DEMAND) {
            return new SystemPool(pool, capacity);
          }
        }
      }
    }
    throw new IllegalArgumentException(
        "AKS needs a pool without accelerators and with on-demand machines in " + cluster.name());
  }

  /** Whether the cluster itself holds this option of this pool. */
  boolean holds(NodePoolPlan other, CapacityPlan option) {
    return pool.name().equals(other.name()) && capacity.name().equals(option.name());
  }

  ManagedClusterAgentPoolProfileArgs args(Output<String> subnetId, Map<String, String> tags) {
    int minimum = Math.max(1, NativePools.minimum(pool, capacity));
    return ManagedClusterAgentPoolProfileArgs.builder()
        .name(capacity.name())
        .mode("System")
        .type(NativePools.SCALE_SETS)
        .vmSize(pool.machine().name())
        .osType(NativePools.LINUX)
        .osSKU(NativePools.UBUNTU)
        .osDiskType(NativePools.MANAGED_DISK)
        .osDiskSizeGB(pool.diskGib())
        .count(minimum)
        .enableAutoScaling(true)
        .minCount(minimum)
        .maxCount(Math.max(minimum, pool.maxNodes()))
        .maxPods(pool.machine().maxPods())
        .availabilityZones(NativePools.zones(pool))
        .vnetSubnetID(subnetId)
        .enableNodePublicIP(false)
        .enableEncryptionAtHost(true)
        .upgradeSettings(NativePools.upgrades())
        .nodeLabels(NativePools.labels(pool, capacity))
        .nodeTaints(NativePools.taints(pool, capacity))
        .tags(tags)
        .build();
  }
}
