package dev.mlestate.simulated.check;

/**
 * An input that the cloud does not accept.
 *
 * @param property the property's path, such as {@code ingress[0].fromPort}
 * @param reason what is wrong, with the nearest right answer where there is one
 */
public record CheckFailure(String property, String reason) {}
