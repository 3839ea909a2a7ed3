package dev.mlestate.model;

/**
 * How much of the traffic is recorded.
 *
 * @param percent 0 to 100; 0: none
 */
public record Capture(int percent) {}
