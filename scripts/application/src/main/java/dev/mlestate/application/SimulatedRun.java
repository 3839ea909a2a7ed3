package dev.mlestate.application;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.estate.EstateProgram;
import dev.mlestate.inprocess.InProcessProgram;
import dev.mlestate.model.Environment;
import dev.mlestate.planning.ExhaustedOption;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The program, the simulated clouds and the state of one environment, ready to run. */
final class SimulatedRun implements StackRun {
  static final String PROJECT = "estate";
  private static final String ENVIRONMENT_FILE = PROJECT + ":environmentFile";
  private static final String EXHAUSTED = PROJECT + ":exhausted";

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
    SimulatedClouds clouds =
        SimulatedClouds.open(
            workspace, environment, context.variables(), context.settings().faults().plan());
    StackOwner.note(workspace);
    return new SimulatedRun(context, clouds, store);
  }

  static StateStore store(RunContext context) {
    return StateStore.in(context.workspace().folder(), context.variables(), context.clock());
  }

  @Override
  public StateStore store() {
    return store;
  }

  @Override
  public Engine engine(EngineListener listener) {
    return engine(listener, new TreeSet<>());
  }

  /** An engine for a run that does without some ways to get machines. */
  Engine engine(EngineListener listener, SortedSet<ExhaustedOption> exhausted) {
    Workspace workspace = context.workspace();
    Map<String, String> config = new TreeMap<>();
    config.put(ENVIRONMENT_FILE, workspace.environmentFile().toAbsolutePath().toString());
    if (!exhausted.isEmpty()) {
      config.put(
          EXHAUSTED,
          exhausted.stream().map(ExhaustedOption::toString).collect(Collectors.joining(",")));
    }
    Engine engine =
        Engine.builder()
            .program(InProcessProgram.of(new EstateProgram()))
            .providers(clouds.providers())
            .store(store)
            .stackOutputs(new LocalStacks(PROJECT, this::states, context.settings()))
            .project(PROJECT)
            .stack(workspace.stack())
            .config(config)
            .parallel(context.settings().parallel())
            .clock(context.clock())
            .listener(EventLogs.with(context.settings(), listener))
            .build();
    return context.settings().interrupts().watch(engine);
  }

  /** The states of all environments lie side by side. */
  private Optional<Path> states(String project) {
    return Optional.ofNullable(context.workspace().folder().getParent())
        .filter(folder -> project.equals(PROJECT));
  }

  @Override
  public Optional<Document> remains() {
    return Optional.of(CloudDocument.of(clouds.inventory(), clouds.leftovers()));
  }

  @Override
  public Document whereabouts() {
    return new Document(
        "State",
        List.of(
            new Block.Paragraph(Line.of(Span.literal(store.file().toString()))),
            new Block.Paragraph(
                Line.of(Notices.SIMULATED.formatted(context.workspace().stack())))));
  }

  @Override
  public void close() {
    clouds.close();
  }
}
