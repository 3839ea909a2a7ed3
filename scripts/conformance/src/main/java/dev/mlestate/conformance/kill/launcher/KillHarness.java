package dev.mlestate.conformance.kill.launcher;

import dev.mlestate.conformance.kill.KillCommand;
import java.util.logging.LogManager;

/** The kill harness from the shell. */
public final class KillHarness {
  private KillHarness() {}

  /** Runs it; {@code mlestate.home} is the checkout. */
  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    System.exit(new KillCommand(System.out, System.err).run(args));
  }
}
