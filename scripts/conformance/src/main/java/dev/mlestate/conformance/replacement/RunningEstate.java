package dev.mlestate.conformance.replacement;

import dev.mlestate.application.SimulatedClouds;
import dev.mlestate.application.Workspace;
import dev.mlestate.engine.Engine;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.estate.EstateProgram;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.testkit.program.InProcessProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** An environment that was brought up on the simulated clouds. */
final class RunningEstate implements AutoCloseable {
  static final String PROJECT = "estate";

  private final Workspace workspace;
  private final Environment environment;
  private final SimulatedClouds clouds;
  private final StateStore store;

  private RunningEstate(
      Workspace workspace, Environment environment, SimulatedClouds clouds, StateStore store) {
    this.workspace = workspace;
    this.environment = environment;
    this.clouds = clouds;
    this.store = store;
  }

  /**
   * Brings an environment up.
   *
   * @param states where state and clouds are kept
   * @throws IllegalStateException if it does not come up
   */
  static RunningEstate up(Path environmentFile, Path states, Clock clock) {
    Workspace workspace = Workspace.of(environmentFile, states, Optional.of(states));
    Environment environment = EnvironmentReader.read(environmentFile).environment();
    Map<String, String> variables = Map.of("PULUMI_CONFIG_PASSPHRASE", "replacements");
    StateStore store = StateStore.in(workspace.folder(), variables, clock);
    SimulatedClouds clouds = SimulatedClouds.open(workspace, environment, variables);
    RunningEstate estate = new RunningEstate(workspace, environment, clouds, store);
    UpdateResult result =
        Engine.builder()
            .program(InProcessProgram.of(new EstateProgram()))
            .providers(clouds.providers())
            .store(store)
            .project(PROJECT)
            .stack(workspace.stack())
            .config(Map.of("estate:environmentFile", environmentFile.toAbsolutePath().toString()))
            .clock(clock)
            .build()
            .up();
    if (result.failure().isPresent()) {
      estate.close();
      throw new IllegalStateException(
          workspace.stack() + " does not come up: " + result.failure().get().message());
    }
    return estate;
  }

  String name() {
    return workspace.stack();
  }

  Cloud cloud() {
    return environment.cloud();
  }

  ProviderSource providers() {
    return new DirectProviders(clouds.services());
  }

  Snapshot snapshot() {
    return store.read();
  }

  @Override
  public void close() {
    clouds.close();
  }
}
