package dev.mlestate.engine.provider;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;

/**
 * What an operation led to.
 *
 * @param id empty in the preview of a creation
 * @param problems why the resource exists but is not as it should be; empty: all is well
 * @param refreshBeforeUpdate whether the next run is to read the resource first
 */
public record Result(String id, Obj outputs, List<String> problems, boolean refreshBeforeUpdate) {
  public Result {
    problems = List.copyOf(problems);
  }

  public Result(String id, Obj outputs, List<String> problems) {
    this(id, outputs, problems, false);
  }

  Result refreshedBeforeUpdate(boolean value) {
    return new Result(id, outputs, problems, value);
  }
}
