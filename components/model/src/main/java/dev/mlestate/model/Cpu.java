package dev.mlestate.model;

/**
 * What a machine without accelerators must have at the least.
 *
 * @param memoryGib GiB
 */
public record Cpu(int vcpus, double memoryGib) {}
