package dev.mlestate.model;

import java.util.List;
import java.util.Map;

/**
 * What environments of one stage may have.
 *
 * @param machineTypes names or prefixes ending in *
 * @param maxNodes of all pools together
 * @param gpuHoursPerMonth accelerator hours of the environment
 * @param monthlyUsd US dollars
 * @param compliance packs that every environment of the stage must have
 */
public record StageLimits(
    Map<Cloud, List<String>> accounts,
    Map<Cloud, List<String>> regions,
    Map<Cloud, List<String>> machineTypes,
    int maxNodesPerPool,
    int maxNodes,
    int gpuHoursPerMonth,
    double monthlyUsd,
    List<CompliancePack> compliance) {
  public StageLimits {
    compliance = List.copyOf(compliance);
  }
}
