package dev.mlestate.model;

/** A TPU slice. */
public record Tpu(
    @Key(value = "The generation", required = true) TpuGeneration type,
    @Key(
            value = "How the slice's chips are arranged, such as 4x4",
            required = true,
            format = Format.TOPOLOGY)
        String topology) {}
