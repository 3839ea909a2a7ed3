package dev.mlestate.engine.step;

import dev.mlestate.engine.state.ResourceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a registration leads to.
 *
 * @param resource the resource to come, as far as it is known
 * @param steps what is to be done, one step after the other
 * @param next decides what else is to be done once the steps have been
 * @param created whether there is such a resource; else its creation was left out
 */
record Planned(
    ResourceState resource, List<Step> steps, Optional<Supplier<Planned>> next, boolean created) {
  Planned {
    steps = List.copyOf(steps);
  }

  static Planned of(ResourceState resource, List<Step> steps) {
    return new Planned(resource, steps, Optional.empty(), true);
  }

  static Planned of(Step step) {
    return of(step.resource(), List.of(step));
  }

  /** The resource is not created: it is no target of the run. */
  static Planned left(ResourceState resource) {
    return new Planned(resource, List.of(Step.skipCreate(resource)), Optional.empty(), false);
  }

  Planned then(Supplier<Planned> decision) {
    return new Planned(resource, steps, Optional.of(decision), created);
  }

  Planned after(List<Step> first) {
    List<Step> all = new java.util.ArrayList<>(first);
    all.addAll(steps);
    return new Planned(resource, all, next, created);
  }
}
