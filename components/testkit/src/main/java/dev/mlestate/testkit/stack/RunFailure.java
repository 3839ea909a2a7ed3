package dev.mlestate.testkit.stack;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.testkit.graph.Graph;

/**
 * A run that did not reach its end: the program threw, a provider refused something, or what was
 * asked for is not supported. The message says why.
 */
public final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final transient Graph graph;

  RunFailure(String message, Failure failure, Graph graph, Throwable cause) {
    super(message, cause);
    this.failure = failure;
    this.graph = graph;
  }

  RunFailure(String message, Failure failure, Graph graph) {
    super(message);
    this.failure = failure;
    this.graph = graph;
  }

  /** What failed, and at which resource. */
  public Failure failure() {
    return failure;
  }

  /** What there is nevertheless. */
  public Graph graph() {
    return graph;
  }
}
