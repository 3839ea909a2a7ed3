package dev.mlestate.model;

/** Records of the network's traffic. */
public record FlowLogs(
    @Key(
            value = "How long they are kept",
            unit = "days",
            min = 1,
            max = 3653,
            dev = "14",
            staging = "90",
            prod = "365")
        int retentionDays) {}
