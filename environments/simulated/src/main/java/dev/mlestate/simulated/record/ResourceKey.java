package dev.mlestate.simulated.record;

/** The key of a resource within its cloud. */
public record ResourceKey(String type, String scope, String id) {}
