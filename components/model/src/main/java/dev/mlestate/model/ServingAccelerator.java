package dev.mlestate.model;

/** The accelerators of a replica. */
public record ServingAccelerator(
    @Key(value = "The accelerator", required = true) AcceleratorType type,
    @Key(value = "How many each replica has", standard = "1", min = 1, max = 16) int perReplica) {}
