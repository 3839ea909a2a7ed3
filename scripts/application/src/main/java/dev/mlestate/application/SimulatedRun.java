package dev.mlestate.application;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.estate.EstateProgram;
import dev.mlestate.inprocess.InProcessProgram;
import dev.mlestate.model.Environment;
import java.util.Map;

/** The program, the simulated clouds and the state of one environment, ready to run. */
final class SimulatedRun implements AutoCloseable {
  private static final String PROJECT = "estate";
  private static final String ENVIRONMENT_FILE = PROJECT + ":environmentFile";

  private final RunContext context;
  private final SimulatedClouds clouds;
  private final StateStore store;

  private SimulatedRun(RunContext context, SimulatedClouds clouds, StateStore store) {
    this.context = context;
    this.clouds = clouds;
    this.store = store;
  }

  /**
   * Opens state and clouds.
   *
   * @throws dev.mlestate.problem.ProblemException if one of them is damaged, cannot be written or
   *     belongs to another account
   */
  static SimulatedRun open(RunContext context, Environment environment) {
    Workspace workspace = context.workspace();
    StateStore store = store(context);
    StackOwner.refuseAnother(workspace);
    // A damaged state is found before a cloud is begun beside it.
    store.read();
    SimulatedClouds clouds = SimulatedClouds.open(workspace, environment, context.variables());
    StackOwner.note(workspace);
    return new SimulatedRun(context, clouds, store);
  }

  static StateStore store(RunContext context) {
    return StateStore.in(context.workspace().folder(), context.variables(), context.clock());
  }

  SimulatedClouds clouds() {
    return clouds;
  }

  StateStore store() {
    return store;
  }

  Engine engine(EngineListener listener) {
    Workspace workspace = context.workspace();
    return Engine.builder()
        .program(InProcessProgram.of(new EstateProgram()))
        .providers(clouds.providers())
        .store(store)
        .project(PROJECT)
        .stack(workspace.stack())
        .config(Map.of(ENVIRONMENT_FILE, workspace.environmentFile().toAbsolutePath().toString()))
        .parallel(context.parallel())
        .clock(context.clock())
        .listener(listener)
        .build();
  }

  @Override
  public void close() {
    clouds.close();
  }
}
