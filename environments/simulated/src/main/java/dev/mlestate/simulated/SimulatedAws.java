package dev.mlestate.simulated;

import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.aws.AwsProfile;

/**
 * An AWS account that exists only in a folder: it takes what pulumi/aws 6.83.0 declares, answers as
 * the AWS provider and AWS do, and forgets nothing.
 */
public final class SimulatedAws {
  private static final String ACCOUNT = "[0-9]{12}";

  private SimulatedAws() {}

  /** Whether a text has twelve digits, as an AWS account's number has. */
  public static boolean isAccount(String text) {
    return text.matches(ACCOUNT);
  }

  /**
   * Opens an account's record, or begins it. The account is a number of twelve digits.
   *
   * @throws ProblemException if the record is damaged or cannot be written, belongs to another
   *     account, or no account is known at its first use
   */
  public static SimulatedAccount open(CloudOptions options) {
    return SimulatedAccount.open(
        AwsProfile.instance(),
        options,
        new SimulatedAccount.AccountForm("AWS", "account", ACCOUNT, "twelve digits"));
  }
}
