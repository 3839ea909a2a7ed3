package dev.mlestate.simulated;

import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.gcp.GcpProfile;

/**
 * A Google Cloud project that exists only in a folder: it takes what pulumi/gcp 7.0.0 declares, and
 * what later versions added for a provider that asks for one of them; it answers as the Google
 * provider and Google do, and forgets nothing.
 */
public final class SimulatedGcp {
  private static final String ACCOUNT = "[a-z][a-z0-9-]{4,28}[a-z0-9]";

  private SimulatedGcp() {}

  /** Whether a text has the form of a Google Cloud project's id. */
  public static boolean isAccount(String text) {
    return text.matches(ACCOUNT);
  }

  /**
   * Opens a project's record, or begins it. The account is the project's id.
   *
   * @throws ProblemException if the record is damaged or cannot be written, belongs to another
   *     project, or no project is known at its first use
   */
  public static SimulatedAccount open(CloudOptions options) {
    return SimulatedAccount.open(
        GcpProfile.instance(),
        options,
        new SimulatedAccount.AccountForm(
            "Google Cloud",
            "project",
            ACCOUNT,
            "6 to 30 lower-case letters, digits and hyphens, a letter first"));
  }
}
