package dev.mlestate.application;

import dev.mlestate.engine.state.StateStore;
import dev.mlestate.model.EnvironmentReader;

/** The stack of an environment file. */
public record EnvironmentStack(RunContext context) implements ManagedStack {
  @Override
  public String name() {
    return context.workspace().stack();
  }

  @Override
  public String project() {
    return SimulatedRun.PROJECT;
  }

  @Override
  public RunSettings settings() {
    return context.settings();
  }

  @Override
  public StateStore store() {
    return SimulatedRun.store(context);
  }

  @Override
  public String bringUp() {
    return "mlestate up " + context.workspace().environmentFile();
  }

  @Override
  public StackRun open() {
    return SimulatedRun.open(
        context, EnvironmentReader.read(context.workspace().environmentFile()).environment());
  }
}
