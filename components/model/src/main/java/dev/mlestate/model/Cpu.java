package dev.mlestate.model;

/** What a machine without accelerators must have at the least. */
public record Cpu(
    @Key(
            value = "Virtual CPUs",
            unit = "vCPUs",
            min = 1,
            max = 448,
            computed = "4 in a node pool, 2 in a realtime serving")
        int vcpus,
    @Key(
            value = "Memory; for a serverless endpoint on AWS 1 to 6",
            unit = "GiB",
            min = 0.5,
            max = 24576,
            computed = "16 in a node pool, 8 in a realtime serving, 4 in a serverless one")
        double memoryGib) {}
