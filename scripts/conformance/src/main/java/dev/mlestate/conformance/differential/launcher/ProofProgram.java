package dev.mlestate.conformance.differential.launcher;

import com.pulumi.Pulumi;
import dev.mlestate.conformance.differential.Act;
import dev.mlestate.conformance.differential.Scenario;
import dev.mlestate.conformance.differential.scenario.Scenarios;
import java.util.Map;

/** One version of a scenario's program, as the real engine's language host starts it. */
public final class ProofProgram {
  private ProofProgram() {}

  /** Runs the program that the environment variables name. */
  public static void main(String[] args) {
    Map<String, String> variables = System.getenv();
    Scenario scenario = Scenarios.named(variables.getOrDefault("MLESTATE_PROOF_SCENARIO", ""));
    int index = Integer.parseInt(variables.getOrDefault("MLESTATE_PROOF_ACT", "0"));
    Pulumi.run(((Act.Command) scenario.acts().get(index)).program());
  }
}
