package dev.mlestate.azure.identity;

import dev.mlestate.model.Environment;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The directory's groups by their name in the environment file. */
public final class AccessGroups {
  private final Map<String, Principal> groups;

  private AccessGroups(Map<String, Principal> groups) {
    this.groups = Collections.unmodifiableMap(groups);
  }

  /** The environment's groups; only those whose object id it gives can be given a role. */
  public static AccessGroups of(Environment environment) {
    Map<String, String> ids = new TreeMap<>(environment.azure().groupObjectIds());
    ids.keySet().retainAll(environment.identity().groups().keySet());
    return of(ids);
  }

  /**
   * Groups by name.
   *
   * @param objectIds in the directory, such as dataScientists: 5b0f8a4e-…
   */
  public static AccessGroups of(Map<String, String> objectIds) {
    Map<String, Principal> groups = new TreeMap<>();
    objectIds.forEach((name, id) -> groups.put(name, Principal.group(name, id)));
    return new AccessGroups(groups);
  }

  /** The group; empty if the file has none of that name. */
  public Optional<Principal> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  /** All of them by name. */
  public Map<String, Principal> groups() {
    return groups;
  }
}
