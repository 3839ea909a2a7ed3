package dev.mlestate.model;

/**
 * Who hears of trouble, and how long logs stay.
 *
 * @param alertEmail default: the owner
 * @param logRetentionDays days
 */
public record Monitoring(String alertEmail, int logRetentionDays) {}
