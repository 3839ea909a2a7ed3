package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.provider.Checked;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.provider.ResourceProvider;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyDiff;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyReset;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides what a registration means for the state. Not safe for threads: one registration is
 * decided after the other, as in Pulumi (pkg/resource/deploy/step_generator.go), so that no
 * decision misses what an earlier one condemned.
 */
final class StepGenerator {
  private final Run run;
  private final StepRunner runner;
  private final Differ differ;
  private final DependentReplacements dependents;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> replaced = new HashSet<>();
  // Deleted before their own registration came, because something that they need was.
  private final Map<String, List<String>> condemned = new HashMap<>();
  private final Map<String, Set<String>> formerNames = new HashMap<>();

  StepGenerator(Run run, StepRunner runner) {
    this.run = run;
    this.runner = runner;
    this.differ = new Differ(run, replaced, formerNames);
    this.dependents = new DependentReplacements(run, differ);
  }

  /** What is to be done, one step after the other; the last one with a new state is the answer. */
  record Planned(String urn, List<Step> steps) {}

  Planned generate(Goal goal) {
    String urn = name(goal);
    Optional<Held> old = findOld(goal, urn);
    ResourceState wanted = wanted(goal, urn, old);
    boolean recreating = old.isPresent() && condemned.containsKey(old.get().state().urn());
    boolean wasExternal = old.isPresent() && old.get().state().external();
    Obj inputs =
        old.isPresent()
            ? ignoreChanges(goal, urn, old.get().state().inputs(), wanted.inputs())
            : wanted.inputs();
    Optional<Obj> before =
        recreating || wasExternal ? Optional.empty() : old.map(held -> held.state().inputs());
    if (goal.custom()) {
      wanted = checked(wanted, before, before.isPresent() ? inputs : wanted.inputs());
    }
    if (old.isEmpty()) {
      return new Planned(urn, List.of(Step.create(wanted)));
    }
    if (recreating) {
      return recreate(old.get(), wanted);
    }
    if (wasExternal) {
      return replacement(
          urn,
          List.of(
              Step.createReplacement(old.get(), wanted, Diff.NONE, true),
              Step.replace(old.get(), wanted, Diff.NONE, true)));
    }
    return fromDiff(goal, old.get(), wanted);
  }

  private String name(Goal goal) {
    if (!goal.parent().isEmpty() && !seen.contains(goal.parent())) {
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

  private Optional<Held> findOld(Goal goal, String urn) {
    Set<String> parentNames = formerNames.getOrDefault(goal.parent(), Set.of());
    List<String> names = Alias.urns(goal, run.stack(), run.project(), parentNames);
    if (!names.isEmpty()) {
      formerNames.put(urn, new TreeSet<>(names));
    }
    Optional<Held> own = run.old(urn);
    if (own.isPresent()) {
      return own;
    }
    Optional<Held> former =
        names.stream()
            .filter(name -> !seen.contains(name))
            .flatMap(name -> run.old(name).stream())
            .findFirst();
    former.ifPresent(held -> seen.add(held.state().urn()));
    return former;
  }

  private ResourceState wanted(Goal goal, String urn, Optional<Held> old) {
    List<String> aliases =
        old.map(held -> held.state().urn())
            .filter(name -> !name.equals(urn))
            .map(List::of)
            .orElse(List.of());
    return ResourceState.builder(urn, goal.type())
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
        .build();
  }

  private Obj ignoreChanges(Goal goal, String urn, Obj before, Obj inputs) {
    Obj result = inputs;
    List<String> refused = new ArrayList<>();
    for (String text : goal.ignoreChanges()) {
      Optional<Obj> reset;
      try {
        reset = PropertyReset.reset(PropertyPath.parse(text), before, result);
      } catch (MalformedValueException e) {
        reset = Optional.empty();
      }
      if (reset.isEmpty()) {
        refused.add(text);
      }
      result = reset.orElse(result);
    }
    if (!refused.isEmpty()) {
      run.reporter()
          .say(
              Severity.INFO,
              urn,
              "cannot ignore changes in added or removed elements of the path: "
                  + String.join(", ", refused));
    }
    return result;
  }

  private ResourceState checked(ResourceState wanted, Optional<Obj> before, Obj inputs) {
    ResourceProvider provider = run.providerOf(wanted);
    Checked checked = provider.check(wanted.urn(), before, inputs);
    if (!checked.failures().isEmpty()) {
      String name = new Urn(wanted.urn()).name();
      String reasons =
          checked.failures().stream()
              .map(failure -> message(wanted.type(), name, failure))
              .collect(Collectors.joining("\n"));
      throw new RunFailedException(Failure.Kind.INVALID, wanted.urn(), reasons);
    }
    return wanted.with().inputs(checked.inputs()).build();
  }

  private static String message(String type, String name, Checked.Failure failure) {
    String where = failure.property().isEmpty() ? "" : ": property '" + failure.property() + "'";
    return type + " resource '" + name + "' has a problem" + where + ": " + failure.reason();
  }

  private Planned recreate(Held old, ResourceState wanted) {
    List<String> keys = condemned.getOrDefault(old.state().urn(), List.of());
    condemned.remove(old.state().urn());
    Diff diff = new Diff(Diff.Changes.SOME, keys, List.of(), Optional.empty(), true);
    return replacement(
        wanted.urn(),
        List.of(
            Step.replace(old, wanted, Diff.NONE, false),
            Step.createReplacement(old, wanted, diff, false)));
  }

  private Planned replacement(String urn, List<Step> steps) {
    replaced.add(urn);
    return new Planned(urn, steps);
  }

  private Planned fromDiff(Goal goal, Held old, ResourceState wanted) {
    ResourceState state = old.state();
    boolean triggered = triggered(wanted, state);
    Diff diff = triggered ? Diff.SOME : differ.diff(state, wanted);
    diff = ReplaceOnChanges.apply(diff, goal.replaceOnChanges(), !state.initErrors().isEmpty());
    boolean changes = diff.changes() == Diff.Changes.SOME || state.pendingReplacement();
    if (changes && (diff.replaces() || triggered || state.pendingReplacement())) {
      return replace(goal, old, wanted, diff);
    }
    if (changes || !state.initErrors().isEmpty()) {
      return new Planned(wanted.urn(), List.of(Step.update(old, wanted, diff)));
    }
    return new Planned(wanted.urn(), List.of(Step.same(old, wanted)));
  }

  /** A trigger that appears, changes or may change replaces; one that goes away does not. */
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

  private Planned replace(Goal goal, Held old, ResourceState checkedWanted, Diff diff) {
    ResourceState state = old.state();
    if (checkedWanted.protect() && state.protect()) {
      throw new RunFailedException(
          Failure.Kind.INVALID,
          state.urn(),
          "unable to replace resource \""
              + state.urn()
              + "\" as it is protected; remove the protect option in the program first");
    }
    // The defaults that Check carried over from the old resource do not hold for a new one.
    ResourceState wanted =
        goal.custom() ? checked(checkedWanted, Optional.empty(), goal.properties()) : checkedWanted;
    boolean deleteFirst = goal.deleteBeforeReplace().orElse(diff.deleteBeforeReplace());
    if (!deleteFirst && !state.pendingReplacement()) {
      return replacement(
          wanted.urn(),
          List.of(
              Step.createReplacement(old, wanted, diff, true),
              Step.replace(old, wanted, diff, true)));
    }
    List<Step> steps = new ArrayList<>();
    if (!state.pendingReplacement()) {
      condemn(old, steps);
      runner.willDelete(state.urn());
      steps.add(Step.deleteReplaced(old, true));
    }
    steps.add(Step.replace(old, wanted, diff, false));
    steps.add(Step.createReplacement(old, wanted, diff, false));
    return replacement(wanted.urn(), steps);
  }

  /** Deletes what cannot live without a resource that is deleted before its replacement. */
  private void condemn(Held root, List<Step> steps) {
    List<DependentReplacements.Dependent> found =
        dependents.of(root, urn -> seen.contains(urn) || condemned.containsKey(urn));
    for (int i = found.size() - 1; i >= 0; i--) {
      Held dependent = found.get(i).held();
      ResourceState state = dependent.state();
      if (state.protect()) {
        throw new RunFailedException(
            Failure.Kind.INVALID,
            state.urn(),
            "unable to replace resource \""
                + state.urn()
                + "\" as part of replacing \""
                + root.state().urn()
                + "\" as it is protected; remove the protect option in the program first");
      }
      condemned.put(state.urn(), found.get(i).keys());
      if (!state.pendingReplacement()) {
        runner.willDelete(state.urn());
        steps.add(Step.deleteReplaced(dependent, true));
      }
    }
  }

  /** Decides what reading a resource means for the state. */
  Planned read(Goal goal, String id) {
    String urn = name(goal);
    Optional<Held> old = findOld(goal, urn);
    ResourceState wanted = wanted(goal, urn, old).with().id(id).external(true).build();
    boolean owned = old.isPresent() && !old.get().state().external();
    boolean other = old.isPresent() && !old.get().state().id().equals(id);
    if (owned || other) {
      Step read = new Step(Operation.READ_REPLACEMENT, old, Optional.of(wanted), Diff.NONE, true);
      return replacement(urn, List.of(read, Step.replace(old.get(), wanted, Diff.NONE, true)));
    }
    return new Planned(
        urn, List.of(new Step(Operation.READ, old, Optional.of(wanted), Diff.NONE, false)));
  }
}
