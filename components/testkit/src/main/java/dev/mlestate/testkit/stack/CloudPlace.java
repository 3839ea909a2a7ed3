package dev.mlestate.testkit.stack;

/**
 * Where a stack lies in a cloud.
 *
 * @param account the account's number, the project's id or the subscription's
 * @param region the cloud's region, or location
 */
public record CloudPlace(String account, String region) {}
