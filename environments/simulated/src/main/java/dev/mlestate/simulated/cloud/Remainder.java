package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValues;
import java.util.Optional;

/** What a cloud keeps of something deleted: it is left over, but not there. */
public final class Remainder {
  /** The output that says why. */
  private static final String REASON = "__remains";

  private Remainder() {}

  /** Whether a recorded resource is there, and no remainder. */
  public static boolean exists(RecordedResource resource) {
    return !resource.outputs().members().containsKey(REASON);
  }

  /** Why a deleted resource is still recorded; empty if it is there. */
  public static Optional<String> reason(RecordedResource resource) {
    return Optional.ofNullable(resource.outputs().members().get(REASON)).map(PropertyText::of);
  }

  static RecordedResource of(RecordedResource deleted, String reason) {
    return deleted.changed(
        deleted.inputs(),
        PropertyValues.with(deleted.outputs(), REASON, PropertyValues.of(reason)));
  }
}
