package dev.mlestate.application;

import dev.mlestate.simulated.fault.FaultPlan;
import dev.mlestate.simulated.fault.FaultSpecs;
import dev.mlestate.simulated.fault.Sleeper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is to go wrong in the simulated clouds during one command. */
public final class Faults {
  private final FaultPlan plan;

  private Faults(FaultPlan plan) {
    this.plan = plan;
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return new Faults(FaultPlan.none());
  }

  /**
   * Reads faults.
   *
   * @param specs such as {@code throttle:type=aws:ec2/subnet:Subnet,times=3}
   * @param file a YAML file with more of them
   * @throws dev.mlestate.problem.ProblemException with everything that is wrong with them
   */
  public static Faults read(List<String> specs, Optional<Path> file) {
    return new Faults(new FaultPlan(FaultSpecs.read(specs, file), Sleeper.REAL));
  }

  FaultPlan plan() {
    return plan;
  }

  /** Says which faults met nothing, since a test that relies on one would prove nothing. */
  void report(RunListener listener) {
    plan.unmet()
        .forEach(
            text -> listener.said("warning: the fault " + text + " has met no call in this run"));
  }
}
