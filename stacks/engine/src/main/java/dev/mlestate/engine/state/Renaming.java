package dev.mlestate.engine.state;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives resources other names, wherever a state mentions them. */
final class Renaming {
  private final Map<String, String> names;

  private Renaming(Map<String, String> names) {
    this.names = names;
  }

  /** A state in which resources have other names: by the old one, the new one. */
  static Snapshot of(Snapshot state, Map<String, String> names) {
    Renaming renaming = new Renaming(names);
    return new Snapshot(
        state.resources().stream().map(renaming::renamed).toList(),
        state.pending().stream()
            .map(
                each ->
                    new PendingOperation(
                        each.kind(), renaming.renamed(each.resource()), each.token()))
            .toList());
  }

  /** References to resources found under a former name follow them. */
  static List<ResourceState> references(List<ResourceState> states, Map<String, String> names) {
    Renaming renaming = new Renaming(names);
    return states.stream().map(renaming::references).toList();
  }

  private ResourceState renamed(ResourceState state) {
    return references(state).with().urn(name(state.urn())).aliases(state.aliases()).build();
  }

  private ResourceState references(ResourceState state) {
    SortedMap<String, List<String>> propertyDependencies = new TreeMap<>();
    state.propertyDependencies().forEach((key, urns) -> propertyDependencies.put(key, names(urns)));
    String provider =
        state
            .providerReference()
            .map(
                reference ->
                    new ProviderReference(name(reference.urn()), reference.id()).toString())
            .orElse(state.provider());
    return state
        .with()
        .parent(name(state.parent()))
        .dependencies(names(state.dependencies()))
        .propertyDependencies(propertyDependencies)
        .provider(provider)
        .deletedWith(name(state.deletedWith()))
        .replaceWith(names(state.replaceWith()))
        .aliases(List.of())
        .build();
  }

  private String name(String urn) {
    return names.getOrDefault(urn, urn);
  }

  private List<String> names(List<String> urns) {
    return urns.stream().map(this::name).toList();
  }
}
