package dev.mlestate.engine.provider;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;

/**
 * What a provider found of a resource.
 *
 * @param id empty: there is no such resource
 * @param inputs the inputs that would lead to what is there; empty if the provider cannot tell
 * @param outputs empty: there is no such resource
 * @param problems why the resource is not as it should be; empty: all is well
 * @param refreshBeforeUpdate whether the next run is to read the resource first
 */
public record Reading(
    String id,
    Optional<Obj> inputs,
    Optional<Obj> outputs,
    List<String> problems,
    boolean refreshBeforeUpdate) {
  /** Nothing is there. */
  public static final Reading NOTHING =
      new Reading("", Optional.empty(), Optional.empty(), List.of());

  public Reading {
    problems = List.copyOf(problems);
  }

  public Reading(String id, Optional<Obj> inputs, Optional<Obj> outputs, List<String> problems) {
    this(id, inputs, outputs, problems, false);
  }
}
