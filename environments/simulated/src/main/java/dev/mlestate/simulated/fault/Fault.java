package dev.mlestate.simulated.fault;

/**
 * One fault.
 *
 * @param text as it was written, to name it by
 */
public record Fault(String text, Calls calls, Trouble trouble) {}
