package dev.mlestate.catalog;

import dev.mlestate.model.TpuGeneration;

/**
 * A slice of TPU chips as GKE can make it: one topology on machines of one type.
 *
 * @param topology as GKE writes it, such as 2x2x2
 * @param machine type of the nodes, such as ct5p-hightpu-4t
 * @param chips of the whole slice
 * @param hosts nodes of the whole slice: chips divided by the chips of a machine
 */
public record TpuSlice(
    TpuGeneration generation,
    String topology,
    String machine,
    int chips,
    int hosts,
    Source source) {
  /** Whether the slice spans several nodes, which exist all together or not at all. */
  public boolean multiHost() {
    return hosts > 1;
  }
}
