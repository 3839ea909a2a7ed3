package dev.mlestate.application;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.EngineBuilder;
import dev.mlestate.engine.event.EngineEvent;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.program.JavaProgram;
import dev.mlestate.engine.program.StackConfiguration;
import dev.mlestate.engine.provider.ProviderLog;
import dev.mlestate.engine.provider.RunningProviders;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program of one's own, its providers and its state, ready to run. */
final class ProgramStackRun implements StackRun {
  /** Set to {@code false}: no archive of the program's classes is kept beside its state. */
  private static final String CLASS_ARCHIVES = "MLESTATE_CLASS_ARCHIVES";

  private final ProgramStack stack;
  private final StackConfiguration configuration;
  private final StateStore store;
  private final ProgramProviders providers;
  private volatile EngineListener current = EngineListener.SILENT;

  ProgramStackRun(ProgramStack stack, StackConfiguration configuration, StateStore store) {
    this.stack = stack;
    this.configuration = configuration;
    this.store = store;
    this.providers =
        new ProgramProviders(
            RunningProviders.named(
                stack.settings().variables(),
                new ProviderLog(diagnostic -> current.on(new EngineEvent.Said(diagnostic)))),
            stack.workspace(),
            stack.settings().variables(),
            stack.settings().faults().plan());
  }

  @Override
  public Engine engine(EngineListener listener) {
    ProgramWorkspace workspace = stack.workspace();
    EngineListener logged = EventLogs.with(stack.settings(), listener);
    // A provider in another process speaks up when it likes.
    EngineListener ordered =
        event -> {
          synchronized (logged) {
            logged.on(event);
          }
        };
    current = ordered;
    return stack.settings().interrupts().watch(builder(workspace, ordered).build());
  }

  private EngineBuilder builder(ProgramWorkspace workspace, EngineListener listener) {
    return Engine.builder()
        .program(program())
        .providers(providers)
        .store(store)
        .stackOutputs(
            new LocalStacks(workspace.project().name(), workspace::states, stack.settings()))
        .project(workspace.project().name())
        .stack(workspace.stack())
        .config(configuration.values())
        .secretConfig(List.copyOf(configuration.secretKeys()))
        .parallel(stack.settings().parallel())
        .clock(stack.settings().clock())
        .listener(listener);
  }

  private JavaProgram program() {
    JavaProgram program = JavaProgram.in(stack.workspace().project().folder());
    return "false".equals(stack.settings().variables().get(CLASS_ARCHIVES))
        ? program
        : program.keepingClasses(stack.workspace().states());
  }

  @Override
  public StateStore store() {
    return store;
  }

  /** Whether a provider that is not a simulated one may take part. */
  boolean mayAttach() {
    return providers.mayAttach();
  }

  /** Whether a provider that took part is not a simulated one, so that it may be a real cloud's. */
  boolean attached() {
    return !providers.attached().isEmpty();
  }

  @Override
  public Optional<Document> remains() {
    return providers.remains();
  }

  @Override
  public Document whereabouts() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(Line.of(Span.literal(store.file().toString()))));
    providers.simulated().stream()
        .map(
            cloud ->
                Line.of(
                    "The cloud of the package %s is simulated: nothing was created elsewhere."
                        .formatted(cloud)))
        .forEach(line -> blocks.add(new Block.Paragraph(line)));
    return new Document("State", blocks);
  }

  @Override
  public void close() {
    providers.close();
  }
}
