package dev.mlestate.model;

/**
 * A TPU slice.
 *
 * @param topology such as 4x4
 */
public record Tpu(TpuGeneration type, String topology) {}
