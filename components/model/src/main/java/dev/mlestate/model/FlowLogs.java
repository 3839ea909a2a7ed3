package dev.mlestate.model;

/**
 * Records of the network's traffic.
 *
 * @param retentionDays days
 */
public record FlowLogs(int retentionDays) {}
