package dev.mlestate.engine.step;

import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what a restriction to targets means for registrations. */
final class Targeting {
  private final Run run;
  private final Targets targets;
  // What the program registered but the run does not create.
  private final Set<String> left = new HashSet<>();

  Targeting(Run run, Targets targets) {
    this.run = run;
    this.targets = targets;
  }

  /** Providers and the stack itself come with whatever needs them. */
  boolean covers(ResourceState resource) {
    boolean implied = resource.isProvider() || resource.type().equals(Urn.STACK_TYPE);
    return implied || targets.covers(resource);
  }

  /** Notes that a resource is a target, for those that depend on it. */
  void note(ResourceState resource) {
    if (targets.covers(resource)) {
      targets.add(resource.urn());
    }
  }

  /** Leaves out the creation of a resource. */
  Planned leave(ResourceState resource) {
    left.add(resource.urn());
    return Planned.left(resource);
  }

  /**
   * Keeps a resource as it is, and before it what it depends on and nobody has registered.
   *
   * @param generated the names that have steps; those of the resources kept are added
   */
  Planned keep(Held old, Set<String> generated, OldResources names) {
    ResourceState state = old.state();
    Optional<ProviderReference> provider = state.providerReference();
    if (provider.isPresent() && run.registry().find(provider.get()).isEmpty()) {
      throw new RunFailedException(
          Failure.Kind.INVALID,
          state.urn(),
          "the provider "
              + provider.get()
              + " of "
              + state.urn()
              + " is not registered: a change of providers cannot be mixed with targets");
    }
    List<Step> steps = new ArrayList<>();
    keep(old, generated, names, steps);
    return Planned.of(state, steps);
  }

  private void keep(Held old, Set<String> generated, OldResources names, List<Step> steps) {
    generated.add(old.state().urn());
    for (String urn : old.state().allDependencies()) {
      if (!generated.contains(names.present(urn))) {
        run.old(urn).ifPresent(dependency -> keep(dependency, generated, names, steps));
      }
    }
    steps.add(Step.keep(old));
  }

  /** Refuses steps that need a resource which is not created. */
  void validate(Planned planned) {
    if (left.isEmpty() || !planned.created()) {
      return;
    }
    for (Step step : planned.steps()) {
      Set<String> missing =
          step.wanted()
              .map(ResourceState::allDependencies)
              .map(HashSet::new)
              .orElseGet(HashSet::new);
      missing.retainAll(left);
      for (String urn : missing) {
        run.refuse(
            step.resource().urn(),
            "resource '"
                + step.resource().urn()
                + "' depends on '"
                + urn
                + "', which does not exist yet and is no target");
        left.remove(urn);
      }
    }
  }
}
