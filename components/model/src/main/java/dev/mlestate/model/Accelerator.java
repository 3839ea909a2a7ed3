package dev.mlestate.model;

/** The accelerators of a node. */
public record Accelerator(
    @Key(value = "The accelerator", required = true) AcceleratorType type,
    @Key(value = "How many each node has", standard = "1", min = 1, max = 16) int perNode) {}
