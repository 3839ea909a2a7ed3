package dev.mlestate.simulated;

import dev.mlestate.problem.ProblemException;
import dev.mlestate.simulated.azure.AzureProfile;

/**
 * An Azure subscription that exists only in a folder: it takes what pulumi/azure-native 2.10.0
 * declares, answers as that provider and Azure Resource Manager do, and forgets nothing.
 */
public final class SimulatedAzure {
  private static final String ACCOUNT = "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}";

  private SimulatedAzure() {}

  /** Whether a text has the form of an Azure subscription's id. */
  public static boolean isAccount(String text) {
    return text.matches(ACCOUNT);
  }

  /**
   * Opens a subscription's record, or begins it. The account is the subscription's id, a GUID.
   *
   * @throws ProblemException if the record is damaged or cannot be written, belongs to another
   *     subscription, or no subscription is known at its first use
   */
  public static SimulatedAccount open(CloudOptions options) {
    return SimulatedAccount.open(
        AzureProfile.instance(),
        options,
        new SimulatedAccount.AccountForm(
            "Azure",
            "subscription",
            ACCOUNT,
            "32 hexadecimal digits in groups, such as 33334444-0000-4000-8000-000000000001"));
  }
}
