package dev.mlestate.simulated.provider;

/** The resource that a request is about. */
public record ResourceRequest(String urn) {
  /** The type token: what stands after the last dollar sign of the URN's type. */
  public String type() {
    String[] parts = urn.split("::", -1);
    return parts.length < 4 ? "" : parts[2].substring(parts[2].lastIndexOf('$') + 1);
  }

  /** The logical name. */
  public String name() {
    int start = -2;
    for (int i = 0; i < 3; i++) {
      start = urn.indexOf("::", start + 2);
      if (start < 0) {
        return urn;
      }
    }
    return urn.substring(start + 2);
  }
}
