package dev.mlestate.model;

import java.util.Map;

/** Who works in the environment. */
public record Identity(
    @Key(
            value = "The address of the directory's group, by role",
            format = Format.EMAIL,
            keys = {"dataScientists", "mlEngineers", "auditors"})
        Map<String, String> groups) {
  public Identity {
    groups = Ordered.copyOf(groups);
  }
}
