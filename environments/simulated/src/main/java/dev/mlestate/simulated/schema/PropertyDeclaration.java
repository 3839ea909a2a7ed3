package dev.mlestate.simulated.schema;

/**
 * A property as its class declares it.
 *
 * @param required of an input: it must be given; of an output: it is always there, so when no input
 *     gives it the provider computes it
 */
public record PropertyDeclaration(String name, ValueType type, boolean required) {}
