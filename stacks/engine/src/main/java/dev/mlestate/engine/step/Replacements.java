package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides in which steps a resource is replaced, and what has to go before it does. */
final class Replacements {
  private final Run run;
  private final StepRunner runner;
  private final Inputs inputs;
  private final DependentReplacements dependents;
  private final Set<String> replaced;
  private final Set<String> generated;
  // Deleted before their own registration came, because something that they need was.
  private final Map<String, List<String>> condemned = new HashMap<>();
  private final Set<Integer> deleted = new HashSet<>();

  Replacements(
      Run run,
      StepRunner runner,
      Inputs inputs,
      Differ differ,
      Set<String> replaced,
      Set<String> generated) {
    this.run = run;
    this.runner = runner;
    this.inputs = inputs;
    this.dependents = new DependentReplacements(run, differ);
    this.replaced = replaced;
    this.generated = generated;
  }

  /** Whether a resource is deleted already because of another one. */
  boolean condemned(Held held) {
    return condemned.containsKey(held.state().urn());
  }

  Planned planned(ResourceState wanted, List<Step> steps) {
    replaced.add(wanted.urn());
    return Planned.of(wanted, steps);
  }

  /** Creates again what was deleted because of another resource. */
  Planned recreate(Held old, ResourceState wanted) {
    List<String> keys = condemned.getOrDefault(old.state().urn(), List.of());
    condemned.remove(old.state().urn());
    Diff diff = new Diff(Diff.Changes.SOME, keys, List.of(), Optional.empty(), true);
    return planned(
        wanted,
        List.of(
            Step.replace(old, wanted, Diff.NONE, false),
            Step.createReplacement(old, wanted, diff, false)));
  }

  Planned replace(Goal goal, Held old, ResourceState checkedWanted, Diff diff) {
    ResourceState state = old.state();
    if (checkedWanted.protect() && state.protect()) {
      run.refuse(
          state.urn(),
          "unable to replace resource \""
              + state.urn()
              + "\" as it is protected; remove the protect option in the program first");
    }
    if (!goal.importId().isEmpty()) {
      refuseImported(goal, state, diff);
    }
    // The defaults that Check carried over from the old resource do not hold for a new one.
    ResourceState wanted =
        goal.custom()
            ? inputs.checked(checkedWanted, Optional.empty(), goal.properties())
            : checkedWanted;
    boolean deleteFirst = goal.deleteBeforeReplace().orElse(diff.deleteBeforeReplace());
    if (!deleteFirst) {
      return planned(
          wanted,
          List.of(
              Step.createReplacement(old, wanted, diff, true),
              Step.replace(old, wanted, diff, true)));
    }
    List<Step> steps = new ArrayList<>();
    condemn(old, steps);
    if (!state.pendingReplacement()) {
      runner.willDelete(state.urn());
      steps.add(Step.deleteReplaced(old, true));
    }
    steps.add(Step.replace(old, wanted, diff, false));
    steps.add(Step.createReplacement(old, wanted, diff, false));
    return planned(wanted, steps);
  }

  private void refuseImported(Goal goal, ResourceState state, Diff diff) {
    String reason =
        "the resource was imported as '"
            + goal.importId()
            + "' and cannot be replaced as long as the program says so; remove the import option"
            + (diff.replaceKeys().isEmpty()
                ? ""
                : " or the changes of " + String.join(", ", diff.replaceKeys()));
    if (!run.preview()) {
      throw new RunFailedException(Failure.Kind.INVALID, state.urn(), reason);
    }
    run.reporter().say(Severity.WARNING, state.urn(), reason);
  }

  /** Deletes what cannot live without a resource that is deleted before its replacement. */
  private void condemn(Held root, List<Step> steps) {
    List<DependentReplacements.Dependent> found = dependents.of(root, generated::contains);
    for (int i = found.size() - 1; i >= 0; i--) {
      Held dependent = found.get(i).held();
      ResourceState state = dependent.state();
      if (!deleted.add(dependent.handle())) {
        continue;
      }
      runner.willDelete(state.urn());
      if (state.delete()) {
        steps.add(Step.delete(dependent));
        continue;
      }
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
        steps.add(Step.deleteReplaced(dependent, true));
      }
    }
  }
}
