package dev.mlestate.simulated.fault;

import java.util.Locale;

/** What is asked of a cloud about one resource. */
public enum Call {
  CREATE,
  READ,
  UPDATE,
  DELETE;

  /** The word for it in a fault. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
