package dev.mlestate.catalog;

/**
 * The RDMA network of a machine type.
 *
 * @param name such as EFA
 * @param interfaces per node
 * @param gbps gigabits a second of a node in all
 */
public record FabricOffer(String name, int interfaces, double gbps) {}
