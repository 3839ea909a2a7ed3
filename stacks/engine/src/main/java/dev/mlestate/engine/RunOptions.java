package dev.mlestate.engine;

import java.util.List;

/**
 * How a run deviates from the usual one, as the Pulumi CLI's flags of these names do.
 *
 * @param refresh whether what is really there is read into the state first ({@code --refresh})
 * @param targets the URNs that alone are to be changed, with {@code *} for any part between colons
 *     and {@code **} for any text; empty: all ({@code --target})
 * @param targetDependents whether what depends on a target is one, too ({@code
 *     --target-dependents})
 * @param continueOnError whether resources that do not depend on one that failed are done
 *     nevertheless ({@code --continue-on-error})
 */
public record RunOptions(
    boolean refresh, List<String> targets, boolean targetDependents, boolean continueOnError) {
  /** The usual run. */
  public static final RunOptions NONE = new RunOptions(false, List.of(), false, false);

  public RunOptions {
    targets = List.copyOf(targets);
  }

  public RunOptions withRefresh(boolean value) {
    return new RunOptions(value, targets, targetDependents, continueOnError);
  }

  public RunOptions withTargets(List<String> value) {
    return new RunOptions(refresh, value, targetDependents, continueOnError);
  }

  public RunOptions withTargetDependents(boolean value) {
    return new RunOptions(refresh, targets, value, continueOnError);
  }

  public RunOptions withContinueOnError(boolean value) {
    return new RunOptions(refresh, targets, targetDependents, value);
  }
}
