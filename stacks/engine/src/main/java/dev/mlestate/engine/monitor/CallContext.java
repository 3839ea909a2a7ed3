package dev.mlestate.engine.monitor;

/** What a provider is told with the call of a resource's method. */
record CallContext(String organization, int parallel) {}
