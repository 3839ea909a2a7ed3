package dev.mlestate.testkit.stack;

import com.pulumi.Context;
import dev.mlestate.testkit.graph.Graph;
import java.util.function.Consumer;

/** A stack that one version of a program has brought up, ready for the next one. */
public final class Transition {
  private final TestStack stack;

  Transition(TestStack stack) {
    this.stack = stack;
  }

  /**
   * Brings the stack up with the next version.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph to(Consumer<Context> after) {
    return stack.up(after);
  }

  /**
   * Previews the next version; the stack stays as it is.
   *
   * @throws RunFailure if the run does not reach its end
   */
  public Graph toPreview(Consumer<Context> after) {
    return stack.preview(after);
  }
}
