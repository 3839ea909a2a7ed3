package dev.mlestate.engine.provider;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;

/** The inputs as the provider wants them, and what is wrong with them. */
public record Checked(Obj inputs, List<Failure> failures) {
  /**
   * What is wrong with one property.
   *
   * @param property its name; empty: the whole resource
   */
  public record Failure(String property, String reason) {}

  public Checked {
    failures = List.copyOf(failures);
  }
}
