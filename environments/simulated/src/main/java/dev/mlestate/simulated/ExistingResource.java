package dev.mlestate.simulated;

/**
 * Something that a simulated cloud holds.
 *
 * @param type Pulumi's type token
 * @param scope a region, a cluster's address, or "global"
 * @param urn the URN under which it was made
 */
public record ExistingResource(String type, String scope, String id, String urn) {}
