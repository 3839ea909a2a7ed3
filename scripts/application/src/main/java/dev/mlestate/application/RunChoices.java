package dev.mlestate.application;

import dev.mlestate.engine.RunOptions;
import java.util.List;

/**
 * How a run deviates from the usual one, as the Pulumi CLI's flags of these names do.
 *
 * @param refresh whether what is really there is read first
 * @param targets the URNs that alone are to be changed; empty: all
 * @param targetDependents whether what depends on a target is one, too
 * @param continueOnError whether what does not depend on a failed resource is done nevertheless
 */
public record RunChoices(
    boolean refresh, List<String> targets, boolean targetDependents, boolean continueOnError) {
  /** The usual run. */
  public static final RunChoices NONE = new RunChoices(false, List.of(), false, false);

  public RunChoices {
    targets = List.copyOf(targets);
  }

  RunOptions options() {
    return new RunOptions(refresh, targets, targetDependents, continueOnError);
  }
}
