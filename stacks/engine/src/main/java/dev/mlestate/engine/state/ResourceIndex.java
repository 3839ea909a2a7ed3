package dev.mlestate.engine.state;

import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where resources are in a state, and what depends on them. */
final class ResourceIndex {
  private final List<ResourceState> resources;

  ResourceIndex(List<ResourceState> resources) {
    this.resources = resources;
  }

  String urn(int place) {
    return resources.get(place).urn();
  }

  /** The resource of that name; one that waits for its deletion only if there is no other. */
  Optional<Integer> find(String urn) {
    Optional<Integer> found = Optional.empty();
    for (int i = 0; i < resources.size(); i++) {
      ResourceState each = resources.get(i);
      if (each.urn().equals(urn) && (found.isEmpty() || !each.delete())) {
        found = Optional.of(i);
      }
    }
    return found;
  }

  List<Problem> missing(Collection<String> urns) {
    return urns.stream()
        .filter(urn -> find(urn).isEmpty())
        .map(urn -> Problem.of(urn, "no resource is called " + urn + nearest(urn)))
        .toList();
  }

  /** The one with the same name, if only its type or parent was mistaken. */
  private String nearest(String urn) {
    String name = new Urn(urn).name();
    return resources.stream()
        .map(ResourceState::urn)
        .filter(each -> !name.isEmpty() && new Urn(each).name().equals(name))
        .findFirst()
        .map(each -> "; did you mean " + each + "?")
        .orElse("");
  }

  List<Problem> protectedAmong(Collection<Integer> places) {
    return places.stream()
        .map(resources::get)
        .filter(ResourceState::protect)
        .map(
            each ->
                Problem.of(
                    each.urn(),
                    each.urn() + " cannot be deleted: it is protected",
                    "unprotect it first, or add --force"))
        .toList();
  }

  /** What depends on a resource, on what depends on it, and so on; in the state's order. */
  Set<Integer> dependents(int place) {
    ResourceState about = resources.get(place);
    long sharing = resources.stream().filter(each -> each.urn().equals(about.urn())).count();
    Set<Integer> found = new TreeSet<>();
    if (sharing > 1 && !about.isProvider()) {
      return found;
    }
    List<ResourceState> reached = new ArrayList<>(List.of(about));
    for (int i = 0; i < resources.size(); i++) {
      ResourceState each = resources.get(i);
      if (i != place && reached.stream().anyMatch(on -> dependsOn(each, on))) {
        found.add(i);
        reached.add(each);
      }
    }
    return found;
  }

  private static boolean dependsOn(ResourceState each, ResourceState on) {
    if (on.isProvider()
        && each.providerReference().filter(to -> to.urn().equals(on.urn())).isPresent()) {
      return each.providerReference().filter(to -> to.id().equals(on.id())).isPresent();
    }
    return each.allDependencies().contains(on.urn());
  }
}
