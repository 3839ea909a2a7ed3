package dev.mlestate.simulated;

/**
 * Something deleted that the cloud keeps.
 *
 * @param reason why, such as "deleted by the cloud after its waiting time"
 */
public record Leftover(ExistingResource resource, String reason) {}
