package dev.mlestate.model;

import java.util.List;
import java.util.Map;

/** What environments of one stage may have. */
public record StageLimits(
    @Key(
            value =
                "The accounts, projects or subscriptions that environments of the stage may use, by cloud",
            required = true)
        Map<Cloud, List<String>> accounts,
    @Key(value = "The regions that they may use, by cloud", required = true, format = Format.REGION)
        Map<Cloud, List<String>> regions,
    @Key(
            value =
                "The machine types that they may use, by cloud: names, or beginnings that end in *",
            required = true,
            format = Format.MACHINE_TYPES)
        Map<Cloud, List<String>> machineTypes,
    @Key(value = "The most nodes that one pool may have", required = true, min = 0, max = 100000)
        int maxNodesPerPool,
    @Key(
            value = "The most nodes that all pools together may have",
            required = true,
            min = 0,
            max = 100000)
        int maxNodes,
    @Key(
            value = "The most accelerator hours of one environment in a month",
            unit = "accelerator hours",
            required = true,
            min = 0,
            max = 1000000000.0)
        int gpuHoursPerMonth,
    @Key(
            value = "The most that one environment's budget may be",
            unit = "US dollars",
            required = true,
            min = 0,
            max = 1000000000.0)
        double monthlyUsd,
    @Key(value = "The packs that every environment of the stage must name", required = true)
        List<CompliancePack> compliance) {
  public StageLimits {
    accounts = Ordered.copyOf(accounts);
    regions = Ordered.copyOf(regions);
    machineTypes = Ordered.copyOf(machineTypes);
    compliance = List.copyOf(compliance);
  }
}
