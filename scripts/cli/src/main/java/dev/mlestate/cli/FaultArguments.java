package dev.mlestate.cli;

import dev.mlestate.application.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to go wrong in the simulated clouds during one command. */
final class FaultArguments {
  @Option(
      names = "--fault",
      paramLabel = "SPEC",
      description = {
        "Makes the simulated cloud fail in this run; may be repeated. SPEC is"
            + " KIND[:KEY=VALUE[,KEY=VALUE]...].",
        "KIND: throttle, quota, no-capacity, lag, slow, timeout, deny, internal.",
        "KEY: type, name, urn (* for any characters, | between several), on, times;"
            + " machine, zone, option of no-capacity; duration of slow.",
        "Such as throttle:type=aws:ec2/subnet:Subnet,times=3 or no-capacity:option=spot;"
            + " all of it in docs/engine.md, Failures."
      })
  private final List<String> specs = new ArrayList<>();

  @Option(
      names = "--fault-file",
      paramLabel = "FILE",
      description = "The same from a YAML file: faults: [{kind: throttle, times: 3}, ...].")
  private @Nullable Path file;

  /**
   * The faults of this command.
   *
   * @throws dev.mlestate.problem.ProblemException with everything that is wrong with them
   */
  Faults faults() {
    return Faults.read(specs, Optional.ofNullable(file));
  }
}
