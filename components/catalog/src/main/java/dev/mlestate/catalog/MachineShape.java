package dev.mlestate.catalog;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import java.util.Optional;

/**
 * A machine type of a cloud.
 *
 * @param name such as p5.48xlarge
 * @param memoryGib GiB
 * @param acceleratorMemoryGib GiB of one accelerator; 0 without
 * @param fabric the RDMA network it has
 * @param maxPods IP addresses for pods that a node takes from its subnet; on GKE 110 and on AKS 30,
 *     which is what a node runs unless a pool says otherwise (GKE, "Maximum Pods per node"; AKS,
 *     "Azure CNI"; general knowledge, not read)
 * @param quota name or code of the quota that limits it
 */
public record MachineShape(
    Cloud cloud,
    String name,
    int vcpus,
    double memoryGib,
    Optional<AcceleratorType> accelerator,
    int acceleratorCount,
    double acceleratorMemoryGib,
    Optional<FabricOffer> fabric,
    int maxPods,
    String quota,
    Source source) {}
