package dev.mlestate.application;

/** Gives out a stack's state. */
public final class ExportStack {
  private final ManagedStack stack;

  public ExportStack(ManagedStack stack) {
    this.stack = stack;
  }

  /**
   * The state as {@code pulumi stack export} prints it.
   *
   * @param showSecrets whether secrets are in plain text; else they stay encrypted
   * @throws dev.mlestate.problem.ProblemException if there is no such stack or its state is damaged
   */
  public String run(boolean showSecrets) {
    stack.require();
    return (showSecrets ? stack.store().exportWithSecrets() : stack.store().export())
        .toPrettyString();
  }
}
