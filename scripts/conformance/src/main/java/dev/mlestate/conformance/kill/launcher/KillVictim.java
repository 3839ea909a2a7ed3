package dev.mlestate.conformance.kill.launcher;

import dev.mlestate.conformance.kill.Victim;
import java.util.logging.LogManager;

/** The process that the kill harness kills. */
public final class KillVictim {
  private KillVictim() {}

  /** Runs one command on the small estate. */
  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    System.exit(new Victim(System.out).run(args));
  }
}
