package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import dev.mlestate.conformance.differential.TraceEvent.Phase;
import dev.mlestate.conformance.differential.provider.ProofCloud;
import dev.mlestate.conformance.differential.provider.ProofProvider;
import dev.mlestate.conformance.differential.provider.ProofProvider.Abilities;
import dev.mlestate.engine.Engine;
import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.EngineEvent;
import dev.mlestate.engine.event.EngineListener;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.state.ResourceCodec;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StateEdits;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.testkit.program.InProcessProgram;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.PropertyValue.Obj;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The engine of this project, its programs and providers in this process. */
final class EmbeddedEngine implements EngineUnderTest {
  private static final ResourceCodec SHOWN = new ResourceCodec(JsonCodec.preview());

  private final Scenario scenario;
  private final Path folder;
  private final PreparedState prepared;
  private final ProofCloud cloud;
  private final InProcessProviders providers;
  private final Map<String, StateStore> stores = new TreeMap<>();
  private final Set<String> stacksUp = new TreeSet<>();

  EmbeddedEngine(Scenario scenario, Path folder, PreparedState prepared, ProofCloud cloud) {
    this.scenario = scenario;
    this.folder = folder;
    this.prepared = prepared;
    this.cloud = cloud;
    this.providers =
        new InProcessProviders(
            Map.of(
                "proof",
                () -> new ProofProvider(cloud, Abilities.FULL),
                "blunt",
                () -> new ProofProvider(cloud, Abilities.NONE)));
  }

  private StateStore store(String stack) {
    return stores.computeIfAbsent(
        stack,
        name -> {
          prepared.copyTo(folder.resolve(name));
          return StateStore.in(folder.resolve(name), Map.of(), Clock.systemUTC());
        });
  }

  @Override
  public JsonNode exported(String stack) {
    return store(stack).exportWithSecrets();
  }

  @Override
  public Observation perform(Act act) {
    if (act instanceof Act.Command command) {
      stacksUp.add(command.stack());
      Trace preview = trace(command, true);
      Trace run = trace(command, false);
      return new Observation(
          act, Optional.of(preview), Optional.of(run), StateForm.of(exported(command.stack())));
    }
    if (act instanceof Act.Happening happening) {
      happening.change().accept(cloud);
      return new Observation(act, Optional.empty(), Optional.empty(), empty());
    }
    Act.Edit edit = (Act.Edit) act;
    String urn = Scenario.urn(edit.urn());
    StateEdits edits = store(Scenario.STACK).edits();
    switch (edit.change()) {
      case DELETE -> edits.delete(List.of(urn), false, false);
      case RENAME -> edits.rename(urn, edit.name());
      case UNPROTECT -> edits.unprotect(List.of(urn));
    }
    return new Observation(
        act, Optional.empty(), Optional.empty(), StateForm.of(exported(Scenario.STACK)));
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  private Trace trace(Act.Command command, boolean preview) {
    List<TraceEvent> events = new ArrayList<>();
    Engine engine = engine(command.stack(), command.program(), new Listener(events));
    UpdateResult result = run(engine, command, preview);
    List<String> errors = new ArrayList<>();
    result.failure().ifPresent(failure -> errors.add(failure.message()));
    result.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
        .forEach(diagnostic -> errors.add(diagnostic.message()));
    TreeMap<String, JsonNode> values = new TreeMap<>();
    for (StepRecord step : result.steps()) {
      step.newState()
          .ifPresent(
              state ->
                  values.put(StateForm.urn(step.urn()), StateForm.values(SHOWN.encode(state))));
    }
    return new Trace(result.succeeded() ? 0 : 1, events, values, errors);
  }

  private Engine engine(String stack, Consumer<Context> program, EngineListener listener) {
    return Engine.builder()
        .program(InProcessProgram.of(program))
        .providers(providers)
        .store(store(stack))
        .project(Scenario.PROJECT)
        .stack(stack)
        .config(scenario.config())
        .secretConfig(List.copyOf(scenario.secretConfig()))
        .stackOutputs(this::outputs)
        .listener(listener)
        .build();
  }

  /** The outputs of another stack of the scenario. */
  private Optional<Obj> outputs(String name) {
    StateStore other = store(name.substring(name.lastIndexOf('/') + 1));
    return stacksUp.contains(name.substring(name.lastIndexOf('/') + 1))
        ? other.read().resources().stream()
            .filter(resource -> resource.type().equals(Urn.STACK_TYPE))
            .map(ResourceState::outputs)
            .findFirst()
        : Optional.empty();
  }

  private static UpdateResult run(Engine engine, Act.Command command, boolean preview) {
    Flags flags = command.flags();
    RunOptions options =
        RunOptions.NONE
            .withRefresh(flags.refresh())
            .withTargets(flags.targets().stream().map(Scenario::urn).toList())
            .withTargetDependents(flags.targetDependents())
            .withContinueOnError(flags.continueOnError());
    return switch (command.verb()) {
      case UP -> preview ? engine.preview(options) : engine.up(options);
      case DESTROY -> preview ? engine.previewDestroy(options) : engine.destroy(options);
      case REFRESH -> preview ? engine.previewRefresh(options) : engine.refresh(options);
    };
  }

  @Override
  public void close() {
    providers.close();
  }

  private record Listener(List<TraceEvent> events) implements EngineListener {
    @Override
    public void on(EngineEvent event) {
      if (event instanceof EngineEvent.StepStarted started) {
        add(Phase.BEGUN, started.step());
      } else if (event instanceof EngineEvent.StepFinished finished) {
        add(Phase.DONE, finished.step());
      } else if (event instanceof EngineEvent.StepFailed failed) {
        add(Phase.FAILED, failed.step());
      }
    }

    private void add(Phase phase, StepRecord step) {
      Map<String, String> detail = new TreeMap<>();
      step.detailedDiff()
          .ifPresent(
              changes -> changes.forEach((path, change) -> detail.put(path, change.kind().word())));
      events.add(
          new TraceEvent(
              phase,
              step.operation().word(),
              StateForm.urn(step.urn()),
              step.replaceReasons(),
              step.diffReasons(),
              detail,
              needs(step.planned()),
              needs(step.oldState())));
    }

    private static Set<String> needs(Optional<ResourceState> state) {
      Set<String> urns = new TreeSet<>();
      state.ifPresent(
          known -> known.allDependencies().forEach(urn -> urns.add(StateForm.urn(urn))));
      return urns;
    }
  }
}
