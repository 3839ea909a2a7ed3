package dev.mlestate.conformance.replacement;

import dev.mlestate.engine.event.EngineEvent;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.Reporter;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.engine.provider.Retries;
import dev.mlestate.engine.provider.RetryPolicy;
import dev.mlestate.engine.state.DryRunLedger;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Snapshot;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Alias;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.Goal;
import dev.mlestate.engine.step.Run;
import dev.mlestate.engine.step.Targets;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/**
 * Asks the engine what it would do about a change: a preview of one resource with its parents and
 * its provider, through the same registration, Check, Diff and steps as a whole program's. Not safe
 * for threads.
 */
final class EngineVerdicts implements AutoCloseable {
  private static final String DEFAULTS = "__defaults";

  private final String project;
  private final String stack;
  private final Clock clock;
  private final ProviderRegistry registry;
  private final Map<String, ResourceState> states = new LinkedHashMap<>();

  EngineVerdicts(
      String project, String stack, Snapshot snapshot, ProviderSource providers, Clock clock) {
    this.project = project;
    this.stack = stack;
    this.clock = clock;
    this.registry =
        new ProviderRegistry(
            providers,
            () -> "replacement-run",
            new Retries(RetryPolicy.STANDARD, clock, (urn, message) -> {}));
    snapshot.resources().forEach(state -> states.put(state.urn(), state));
  }

  /**
   * The engine's decision.
   *
   * @param reasons why it replaces, or what it refused
   * @param inputs as the provider's Check completed them; empty if it refused them
   */
  record Decision(Verdict verdict, List<String> reasons, Obj inputs) {
    Decision {
      reasons = List.copyOf(reasons);
    }
  }

  /** How a changed resource is registered. */
  record Options(List<String> ignoreChanges, boolean renamed) {
    static final Options PLAIN = new Options(List.of(), false);
    static final Options RENAMED = new Options(List.of(), true);

    Options {
      ignoreChanges = List.copyOf(ignoreChanges);
    }

    static Options ignoring(String path) {
      return new Options(List.of(path), false);
    }
  }

  /** What the engine would do if the resource were registered with other inputs. */
  Decision of(ResourceState resource, Obj inputs, Options options) {
    List<ResourceState> parents = parents(resource);
    List<ResourceState> olds = new ArrayList<>(parents);
    resource.providerReference().map(reference -> states.get(reference.urn())).ifPresent(olds::add);
    ResourceState alone = alone(resource);
    olds.add(alone);
    List<StepRecord> steps = new ArrayList<>();
    List<String> said = new ArrayList<>();
    Goal goal = goal(alone, inputs, options);
    String urn = Urn.of(stack, project, goal.parent(), goal.type(), goal.name()).value();
    Reporter reporter =
        new Reporter(
            event -> {
              if (event instanceof EngineEvent.StepStarted started
                  && (started.step().urn().equals(urn)
                      || started.step().urn().equals(resource.urn()))) {
                steps.add(started.step());
              } else if (event instanceof EngineEvent.Said message) {
                said.add(message.diagnostic().message());
              }
            },
            clock);
    Run run =
        new Run(
            project,
            stack,
            true,
            new DryRunLedger(new Snapshot(olds, List.of())),
            registry,
            reporter,
            clock);
    try (Deployment deployment = new Deployment(run, 1, new Targets(List.of(), false), false)) {
      for (ResourceState parent : parents) {
        var unused = deployment.register(goal(parent, parent.inputs(), Options.PLAIN));
      }
      deployment.register(goal).join();
    } catch (CompletionException e) {
      // What was refused has been said; a step that failed had been decided upon.
    }
    return decision(steps, said);
  }

  private static Decision decision(List<StepRecord> steps, List<String> said) {
    if (steps.isEmpty()) {
      return new Decision(Verdict.REFUSED, said, PropertyValues.EMPTY);
    }
    List<String> reasons =
        steps.stream().flatMap(step -> step.replaceReasons().stream()).distinct().toList();
    Obj inputs =
        steps.stream()
            .flatMap(step -> step.planned().stream())
            .map(ResourceState::inputs)
            .findFirst()
            .orElse(PropertyValues.EMPTY);
    return new Decision(verdict(steps.get(0).operation()), reasons, inputs);
  }

  private static Verdict verdict(Operation first) {
    if (first == Operation.SAME) {
      return Verdict.SAME;
    } else if (first == Operation.UPDATE) {
      return Verdict.UPDATE;
    } else if (first == Operation.CREATE_REPLACEMENT) {
      return Verdict.REPLACE;
    } else if (first == Operation.DELETE_REPLACED) {
      return Verdict.REPLACE_DELETE_FIRST;
    }
    throw new IllegalStateException("no step for a change: " + first.word());
  }

  /** The components around a resource, the outermost first. */
  private List<ResourceState> parents(ResourceState resource) {
    List<ResourceState> parents = new ArrayList<>();
    for (String urn = resource.parent(); !urn.isEmpty(); ) {
      ResourceState parent = Optional.ofNullable(states.get(urn)).orElseThrow();
      parents.add(0, alone(parent));
      urn = parent.parent();
    }
    return parents;
  }

  /** The resource without what ties it to others, so that theirs do not decide for it. */
  private static ResourceState alone(ResourceState state) {
    return state
        .with()
        .dependencies(List.of())
        .propertyDependencies(new TreeMap<>())
        .deletedWith("")
        .replaceWith(List.of())
        .protect(false)
        .ignoreChanges(List.of())
        .replaceOnChanges(List.of())
        .build();
  }

  private static Goal goal(ResourceState state, Obj inputs, Options options) {
    String name = new Urn(state.urn()).name();
    return new Goal(
        state.type(),
        options.renamed() ? name + "r" : name,
        state.custom(),
        asGiven(state.inputs(), inputs),
        state.parent(),
        Optional.empty(),
        List.of(),
        new TreeMap<>(),
        state.provider(),
        Optional.empty(),
        options.ignoreChanges(),
        List.of(),
        Optional.empty(),
        state.additionalSecretOutputs(),
        options.renamed() ? List.of(new Alias.Whole(state.urn())) : List.of(),
        state.customTimeouts(),
        Optional.empty(),
        "",
        List.of(),
        "");
  }

  /** Inputs without what the provider filled in, unless it was changed. */
  private static Obj asGiven(Obj before, Obj inputs) {
    Obj given = PropertyValues.without(inputs, DEFAULTS);
    if (before.members().get(DEFAULTS) instanceof Array defaults) {
      for (PropertyValue name : defaults.elements()) {
        String key = PropertyValues.text(name).orElse("");
        if (PropertyValues.get(before, key).equals(PropertyValues.get(inputs, key))) {
          given = PropertyValues.without(given, key);
        }
      }
    }
    return given;
  }

  @Override
  public void close() {
    registry.close();
  }
}
