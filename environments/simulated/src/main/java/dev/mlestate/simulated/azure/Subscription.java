package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.cloud.Known;
import dev.mlestate.simulated.record.RecordedResource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is in a subscription, found by its id. */
final class Subscription {
  /** A watcher of each region with a network, which Azure makes by itself. */
  static final String WATCHERS = "NetworkWatcherRG";

  private final String id;
  private final List<RecordedResource> all;
  private final Map<String, RecordedResource> byId = new HashMap<>();
  private final Known known;
  private final Collection<String> existing;

  /**
   * A view of the subscription.
   *
   * @param existing what the company had before
   */
  Subscription(String id, List<RecordedResource> all, Known known, Collection<String> existing) {
    this.id = id;
    this.all = all;
    this.known = known;
    this.existing = existing;
    for (RecordedResource each : all) {
      byId.put(ResourcePaths.normal(each.id()), each);
    }
  }

  String id() {
    return id;
  }

  List<RecordedResource> all() {
    return all;
  }

  /** Everything of a type, whatever version of Azure's API made it. */
  List<RecordedResource> all(String unversioned) {
    return all.stream()
        .filter(each -> ResourcePaths.unversioned(each.type()).equals(unversioned))
        .toList();
  }

  Optional<RecordedResource> find(String resource) {
    return Optional.ofNullable(byId.get(ResourcePaths.normal(resource)));
  }

  /** Whether there is such a resource, in this record or from before. */
  boolean exists(String resource) {
    String wanted = ResourcePaths.normal(resource);
    return wanted.equals("/subscriptions/" + id)
        || byId.containsKey(wanted)
        || known.holds(resource)
        || before(wanted);
  }

  /** What the company had before. */
  Collection<String> had() {
    return existing;
  }

  /** What the company had before, what that is in, and what is in it. */
  boolean before(String wanted) {
    return existing.stream()
        .map(ResourcePaths::normal)
        .anyMatch(
            had ->
                had.equals(wanted) || had.startsWith(wanted + "/") || wanted.startsWith(had + "/"));
  }
}
