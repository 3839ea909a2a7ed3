package dev.mlestate.testkit.program;

import com.pulumi.Context;
import dev.mlestate.engine.program.Program;
import java.util.function.Consumer;

/**
 * A Pulumi program that runs within this JVM: what an application hands to {@code Pulumi.run}. Any
 * number of them may run at a time. It is run as mlestate runs its own.
 */
public final class InProcessProgram {
  private InProcessProgram() {}

  /** The program that registers a stack's resources. */
  public static Program of(Consumer<Context> stack) {
    return dev.mlestate.inprocess.InProcessProgram.of(stack);
  }
}
