package dev.mlestate.gcp.identity;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The directory's groups as IAM members, by their name in the environment file. */
public final class AccessGroups {
  private final Map<String, String> members;

  private AccessGroups(Map<String, String> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /**
   * Groups by name.
   *
   * @param addresses of the groups, such as dataScientists: ds@example.com
   */
  public static AccessGroups of(Map<String, String> addresses) {
    Map<String, String> members = new TreeMap<>();
    addresses.forEach((group, address) -> members.put(group, "group:" + address));
    return new AccessGroups(members);
  }

  /** The group as an IAM member, such as group:ds@example.com; empty if the file has none. */
  public Optional<String> member(String group) {
    return Optional.ofNullable(members.get(group));
  }

  /** All members by the group's name. */
  public Map<String, String> members() {
    return members;
  }
}
