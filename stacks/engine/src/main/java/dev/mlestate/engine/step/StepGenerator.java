package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides what a registration means for the state. Not safe for threads: one registration is
 * decided after the other, as in Pulumi (pkg/resource/deploy/step_generator.go), so that no
 * decision misses what an earlier one condemned.
 */
final class StepGenerator {
  private final Run run;
  private final Inputs inputs;
  private final OldResources olds;
  private final Targeting targeting;
  private final Differ differ;
  private final Replacements replacements;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> generated = new HashSet<>();

  StepGenerator(Run run, StepRunner runner, Targets targets) {
    this.run = run;
    this.inputs = new Inputs(run);
    this.olds = new OldResources(run);
    this.targeting = new Targeting(run, targets.copy());
    Set<String> replaced = new HashSet<>();
    this.differ = new Differ(run, replaced, olds);
    this.replacements = new Replacements(run, runner, inputs, differ, replaced, generated);
  }

  /** Decides what registering a resource means. */
  Planned generate(Goal goal) {
    String urn = name(goal);
    Optional<Held> old = olds.find(goal, urn, seen);
    ResourceState wanted = wanted(goal, urn, old);
    Planned planned = imports(goal, old) ? importing(goal, old, wanted) : decide(goal, old, wanted);
    return finish(planned);
  }

  private Planned finish(Planned planned) {
    targeting.validate(planned);
    generated.add(planned.resource().urn());
    return planned;
  }

  /** Whether a name has been registered. */
  boolean knows(String urn) {
    return seen.contains(urn);
  }

  private String name(Goal goal) {
    if (!goal.parent().isEmpty()
        && !seen.contains(goal.parent())
        && !generated.contains(goal.parent())) {
      throw new RunFailedException(
          Failure.Kind.INVALID, "", "could not find parent resource " + goal.parent());
    }
    String urn =
        Urn.of(run.stack(), run.project(), goal.parent(), goal.type(), goal.name()).value();
    if (!seen.add(urn)) {
      throw new RunFailedException(
          Failure.Kind.INVALID,
          urn,
          "Duplicate resource URN '" + urn + "'; try giving it a unique name");
    }
    return urn;
  }

  private ResourceState wanted(Goal goal, String urn, Optional<Held> old) {
    List<String> aliases =
        old.map(held -> held.state().urn())
            .filter(name -> !name.equals(urn))
            .map(List::of)
            .orElse(List.of());
    boolean readFirst =
        old.filter(held -> Marks.REFRESH_BEFORE_UPDATE.on(held.state())).isPresent();
    ResourceState wanted =
        ResourceState.builder(urn, goal.type())
            .custom(goal.custom())
            .inputs(goal.properties())
            .parent(goal.parent())
            .protect(goal.protect().orElse(false))
            .dependencies(goal.dependencies())
            .provider(goal.provider())
            .propertyDependencies(goal.propertyDependencies())
            .additionalSecretOutputs(goal.additionalSecretOutputs())
            .aliases(aliases)
            .customTimeouts(goal.customTimeouts())
            .retainOnDelete(goal.retainOnDelete().orElse(false))
            .deletedWith(goal.deletedWith())
            .replaceWith(goal.replaceWith())
            .replacementTrigger(goal.replacementTrigger())
            .created(old.flatMap(held -> held.state().created()))
            .modified(old.flatMap(held -> held.state().modified()))
            .ignoreChanges(goal.ignoreChanges())
            .replaceOnChanges(goal.replaceOnChanges())
            .extra(ImportId.members(goal.importId()))
            .build();
    return Marks.REFRESH_BEFORE_UPDATE.set(wanted, readFirst);
  }

  private static boolean imports(Goal goal, Optional<Held> old) {
    return goal.custom()
        && !goal.importId().isEmpty()
        && old.filter(held -> !held.state().external())
            .filter(held -> ImportId.of(held.state()).equals(goal.importId()))
            .isEmpty();
  }

  /** Takes over what exists; then it is made what the program wants, as any other resource. */
  private Planned importing(Goal goal, Optional<Held> old, ResourceState wanted) {
    Optional<Held> original = old.filter(held -> !replacements.condemned(held));
    Step step = Step.importing(original, wanted);
    List<Step> steps =
        original.isPresent()
            ? List.of(step, Step.replace(original.get(), wanted, Diff.NONE, true))
            : List.of(step);
    return Planned.of(wanted, steps)
        .then(
            () -> {
              Held imported = run.registered(wanted.urn()).orElseThrow().held();
              ResourceState goalState =
                  wanted
                      .with()
                      .created(imported.state().created())
                      .modified(imported.state().modified())
                      .replacementTrigger(Optional.empty())
                      .build();
              Planned rest = decide(goal, Optional.of(imported), goalState);
              boolean unchanged = rest.steps().stream().allMatch(last -> last.leaves(imported));
              return unchanged ? Planned.of(imported.state(), List.of()) : finish(rest);
            });
  }

  private Planned decide(Goal goal, Optional<Held> old, ResourceState goalState) {
    ResourceState wanted = goalState;
    boolean targeted = targeting.covers(wanted);
    boolean recreating = old.filter(replacements::condemned).isPresent();
    boolean wasExternal = old.filter(held -> held.state().external()).isPresent();
    if (goal.custom() && targeted) {
      wanted = checked(wanted, old, recreating || wasExternal || tainted(old));
    }
    if (old.isEmpty()) {
      if (!targeted) {
        return targeting.leave(wanted);
      }
      targeting.note(wanted);
      return Planned.of(Step.create(wanted));
    }
    if (recreating) {
      return replacements.recreate(old.get(), wanted);
    }
    if (wasExternal) {
      return Planned.of(
          wanted,
          List.of(
              Step.createReplacement(old.get(), wanted, Diff.NONE, true),
              Step.replace(old.get(), wanted, Diff.NONE, true)));
    }
    if (!targeted) {
      return targeting.keep(old.get(), generated, olds);
    }
    targeting.note(wanted);
    return fromDiff(goal, old.get(), wanted);
  }

  private static boolean tainted(Optional<Held> old) {
    return old.filter(held -> Marks.TAINT.on(held.state())).isPresent();
  }

  private ResourceState checked(ResourceState wanted, Optional<Held> old, boolean anew) {
    if (old.isEmpty() || anew) {
      return inputs.checked(wanted, Optional.empty(), wanted.inputs());
    }
    Obj before = old.get().state().inputs();
    Obj after =
        inputs.ignoringChanges(wanted.ignoreChanges(), wanted.urn(), before, wanted.inputs());
    return inputs.checked(wanted, Optional.of(before), after);
  }

  private Planned fromDiff(Goal goal, Held old, ResourceState wanted) {
    ResourceState state = old.state();
    boolean triggered = triggered(wanted, state);
    Diff diff = triggered ? Diff.SOME : differ.diff(state, wanted);
    diff = ReplaceOnChanges.apply(diff, goal.replaceOnChanges(), !state.initErrors().isEmpty());
    boolean changes = diff.changes() == Diff.Changes.SOME || state.pendingReplacement();
    if (changes && (diff.replaces() || triggered || state.pendingReplacement())) {
      return replacements.replace(goal, old, wanted, diff);
    }
    if (changes || !state.initErrors().isEmpty()) {
      return Planned.of(Step.update(old, wanted, diff));
    }
    return Planned.of(Step.same(old, wanted));
  }

  /** A trigger that changes or may change replaces; one that appears or goes away does not. */
  private boolean triggered(ResourceState wanted, ResourceState old) {
    if (wanted.replacementTrigger().isEmpty()) {
      return false;
    }
    PropertyValue now = wanted.replacementTrigger().get();
    if (PropertyValues.containsUnknowns(now)) {
      if (!run.preview()) {
        throw new RunFailedException(
            Failure.Kind.INVALID,
            wanted.urn(),
            "replacement trigger contains unknowns for " + wanted.urn());
      }
      return true;
    }
    return old.replacementTrigger()
        .map(
            before ->
                !PropertyDiff.same(
                    PropertyValues.withoutSecrets(before), PropertyValues.withoutSecrets(now)))
        .orElse(false);
  }

  /** Decides what reading a resource means for the state. */
  Planned read(Goal goal, String id) {
    String urn = name(goal);
    Optional<Held> old = olds.find(goal, urn, seen);
    ResourceState wanted =
        wanted(goal, urn, old)
            .with()
            .id(id)
            .external(true)
            .propertyDependencies(new TreeMap<>())
            .build();
    Optional<Held> owned =
        old.filter(held -> !held.state().external() && !held.state().id().equals(id));
    if (owned.isPresent()) {
      return finish(
          replacements.planned(
              wanted,
              List.of(
                  Step.readReplacement(owned.get(), wanted),
                  Step.replace(owned.get(), wanted, Diff.NONE, true))));
    }
    return finish(Planned.of(Step.read(old, wanted)));
  }
}
