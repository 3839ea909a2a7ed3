package dev.mlestate.engine.state;

/** How long operations on a resource may take, in seconds; 0: the provider's default. */
public record CustomTimeouts(double create, double update, double delete) {
  public static final CustomTimeouts NONE = new CustomTimeouts(0, 0, 0);
}
