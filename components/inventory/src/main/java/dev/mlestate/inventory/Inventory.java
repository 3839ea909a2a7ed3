package dev.mlestate.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resources, in the order of their URNs. */
public record Inventory(List<Resource> resources) {
  public Inventory {
    resources = resources.stream().sorted(Comparator.comparing(Resource::urn)).toList();
  }

  /** The resources by type token, types and resources in order. */
  public SortedMap<String, List<Resource>> byType() {
    SortedMap<String, List<Resource>> types = new TreeMap<>();
    for (Resource resource : resources) {
      types.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
    }
    types.replaceAll((type, ofType) -> List.copyOf(ofType));
    return Collections.unmodifiableSortedMap(types);
  }
}
