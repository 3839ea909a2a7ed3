package dev.mlestate.engine.state;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.Optional;

/** Where the outputs of other stacks come from, for {@code pulumi:pulumi:StackReference}. */
@FunctionalInterface
public interface StackOutputs {
  /** Knows no other stack. */
  StackOutputs NONE = name -> Optional.empty();

  /**
   * The outputs of a stack as it is now, secrets marked.
   *
   * @param name as the program gives it: {@code stack} or {@code organization/project/stack}
   * @return empty if there is no such stack
   */
  Optional<Obj> find(String name);
}
