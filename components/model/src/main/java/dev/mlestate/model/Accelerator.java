package dev.mlestate.model;

/** The accelerators of a node. */
public record Accelerator(AcceleratorType type, int perNode) {}
