package dev.mlestate.engine.provider;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;

/**
 * What an operation led to.
 *
 * @param id empty in the preview of a creation
 * @param problems why the resource exists but is not as it should be; empty: all is well
 */
public record Result(String id, Obj outputs, List<String> problems) {
  public Result {
    problems = List.copyOf(problems);
  }
}
