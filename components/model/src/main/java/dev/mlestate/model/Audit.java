package dev.mlestate.model;

/**
 * The trail of who did what.
 *
 * @param retentionDays days
 * @param immutable whether nobody can delete it before
 */
public record Audit(int retentionDays, boolean immutable) {}
