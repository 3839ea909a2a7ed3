package dev.mlestate.planning;

/**
 * One choice and its reason.
 *
 * @param subject such as train/h100
 */
public record Decision(String subject, String choice, String reason) {}
