package dev.mlestate.engine.step;

import dev.mlestate.engine.state.ResourceState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps resources from referring to ones that are gone. Takes them in the order of their
 * dependencies: several resources may have one name, so what may be referred to depends on the
 * place.
 */
final class References {
  private final Set<String> known = new HashSet<>();

  /** The resource without references to any that has not been added. */
  ResourceState add(ResourceState state) {
    SortedMap<String, List<String>> properties = new TreeMap<>();
    state
        .propertyDependencies()
        .forEach(
            (key, urns) -> {
              List<String> left = left(urns);
              if (!left.isEmpty()) {
                properties.put(key, left);
              }
            });
    ResourceState repaired =
        state
            .with()
            .dependencies(left(state.dependencies()))
            .propertyDependencies(properties)
            .replaceWith(left(state.replaceWith()))
            .deletedWith(known.contains(state.deletedWith()) ? state.deletedWith() : "")
            .parent(known.contains(state.parent()) ? state.parent() : "")
            .build();
    known.add(state.urn());
    return repaired;
  }

  private List<String> left(List<String> urns) {
    return urns.stream().filter(known::contains).toList();
  }
}
