package dev.mlestate.engine.provider;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import pulumirpc.Provider.CheckFailure;

/**
 * What a function led to.
 *
 * @param failures what is wrong with the arguments; empty: all is well
 */
public record Invoked(Obj result, List<CheckFailure> failures) {
  public Invoked {
    failures = List.copyOf(failures);
  }
}
