package dev.mlestate.application;

/** Gives out a stack's state. */
public final class ExportStack {
  private final RunContext context;

  public ExportStack(RunContext context) {
    this.context = context;
  }

  /**
   * The state as {@code pulumi stack export} prints it; secrets stay encrypted.
   *
   * @throws dev.mlestate.problem.ProblemException if there is no such stack or its state is damaged
   */
  public String run() {
    DestroyEstate.requireStack(context);
    return SimulatedRun.store(context).export().toPrettyString();
  }
}
