package dev.mlestate.engine.step;

import dev.mlestate.engine.provider.Diff;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the resources that have to be deleted before a resource that is deleted before its
 * replacement: those that its change would replace.
 *
 * <p>Whatever depends on the resource has not been registered yet, so what the state says of the
 * dependencies holds.
 */
final class DependentReplacements {
  private final Run run;
  private final Differ differ;

  DependentReplacements(Run run, Differ differ) {
    this.run = run;
    this.differ = differ;
  }

  /**
   * A resource to delete.
   *
   * @param keys the properties that make it be replaced
   */
  record Dependent(Held held, List<String> keys) {}

  /**
   * In the order of their dependencies; then those that the program binds to the resource.
   *
   * @param impossible the names that have been registered: they cannot depend on the resource
   */
  List<Dependent> of(Held root, Predicate<String> impossible) {
    List<Dependent> found = new ArrayList<>();
    List<Dependent> bound = new ArrayList<>();
    Set<String> condemned = new HashSet<>(Set.of(root.state().urn()));
    run.ledger()
        .before()
        .forEach(
            (handle, state) -> {
              if (handle == root.handle() || impossible.test(state.urn())) {
                return;
              }
              if (state.custom() && !state.external()) {
                keys(state, condemned)
                    .ifPresent(
                        keys -> {
                          condemned.add(state.urn());
                          found.add(new Dependent(new Held(handle, state), keys));
                        });
              }
              if (!state.delete() && bound(state, root.state().urn())) {
                bound.add(new Dependent(new Held(handle, state), List.of()));
              }
            });
    found.addAll(bound);
    return found;
  }

  private static boolean bound(ResourceState state, String urn) {
    return state.replaceWith().contains(urn) || state.deletedWith().equals(urn);
  }

  /** The properties that make a resource be replaced; empty if it is not. */
  private Optional<List<String>> keys(ResourceState state, Set<String> condemned) {
    boolean lost =
        state.providerReference().filter(provider -> condemned.contains(provider.urn())).isPresent()
            || condemned.contains(state.deletedWith());
    if (lost) {
      return Optional.of(List.of());
    }
    SortedMap<String, PropertyValue> inputs = new TreeMap<>(state.inputs().members());
    boolean[] touched = {false};
    inputs.replaceAll(
        (key, value) -> {
          boolean depends =
              state.propertyDependencies().getOrDefault(key, List.of()).stream()
                  .anyMatch(condemned::contains);
          touched[0] |= depends;
          return depends ? PropertyValues.UNKNOWN : value;
        });
    if (!touched[0]) {
      return Optional.empty();
    }
    Diff diff = differ.ask(state, new Obj(inputs), state.ignoreChanges(), state);
    diff = ReplaceOnChanges.apply(diff, state.replaceOnChanges(), false);
    return diff.replaces() ? Optional.of(diff.replaceKeys()) : Optional.empty();
  }
}
