package dev.mlestate.model;

/** The accelerators of a replica. */
public record ServingAccelerator(AcceleratorType type, int perReplica) {}
