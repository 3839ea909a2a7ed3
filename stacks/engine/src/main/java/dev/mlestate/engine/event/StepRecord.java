package dev.mlestate.engine.event;

import dev.mlestate.engine.state.ResourceState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One step of a run.
 *
 * @param provider the provider's reference; empty for components
 * @param oldState the resource before; empty where it is created
 * @param planned the resource to come as it is known when the step begins: without id and outputs,
 *     but for a replacement that has been created already; empty where it is deleted
 * @param newState the resource after; empty where it is deleted
 * @param diffReasons the properties that changed
 * @param replaceReasons the properties that make the resource be replaced
 * @param detailedDiff by the property's path; empty where the provider told none
 * @param logical whether it is a whole change; else it is one half of a replacement or a refresh
 * @param result what a refresh found: the resource as it was, changed or gone; else the operation
 */
public record StepRecord(
    Operation operation,
    String urn,
    String provider,
    Optional<ResourceState> oldState,
    Optional<ResourceState> planned,
    Optional<ResourceState> newState,
    List<String> diffReasons,
    List<String> replaceReasons,
    Optional<SortedMap<String, PropertyChange>> detailedDiff,
    boolean logical,
    Operation result) {

  public StepRecord {
    diffReasons = List.copyOf(diffReasons);
    replaceReasons = List.copyOf(replaceReasons);
    detailedDiff = detailedDiff.map(diff -> Collections.unmodifiableSortedMap(new TreeMap<>(diff)));
  }

  /** The same step with what a replacement has led to so far. */
  public StepRecord replacing(Optional<ResourceState> old, Optional<ResourceState> created) {
    return new StepRecord(
        operation,
        urn,
        provider,
        old,
        created,
        created,
        diffReasons,
        replaceReasons,
        detailedDiff,
        logical,
        result);
  }

  /** The same step with another outcome. */
  public StepRecord withNewState(Optional<ResourceState> state) {
    return new StepRecord(
        operation,
        urn,
        provider,
        oldState,
        planned,
        state,
        diffReasons,
        replaceReasons,
        detailedDiff,
        logical,
        result);
  }

  /** The same refresh with what it found. */
  public StepRecord found(
      Operation outcome,
      Optional<ResourceState> state,
      List<String> changed,
      Optional<SortedMap<String, PropertyChange>> detailed) {
    return new StepRecord(
        operation,
        urn,
        provider,
        oldState,
        planned,
        state,
        changed,
        replaceReasons,
        detailed,
        logical,
        outcome);
  }
}
