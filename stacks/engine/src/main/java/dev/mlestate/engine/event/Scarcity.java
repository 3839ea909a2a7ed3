package dev.mlestate.engine.event;

/**
 * Machines that a cloud does not have at present.
 *
 * @param machineType the cloud's name of the type; empty: not told
 * @param zone one or several, separated by a comma; empty: not told
 * @param purchaseOption {@code on-demand}, {@code spot}, {@code reservation} or {@code queued};
 *     empty: not told
 */
public record Scarcity(String machineType, String zone, String purchaseOption) {}
