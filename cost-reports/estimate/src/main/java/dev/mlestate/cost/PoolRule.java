package dev.mlestate.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Node groups of every cloud. The groups of one pool are its capacity options and share its
 * maximum, so that a pool is charged once.
 */
final class PoolRule implements CostRule {
  @Override
  public Set<String> types() {
    return Set.of(EksNodeGroup.TYPE, GkeNodeGroup.TYPE, AksNodeGroup.TYPE, AksNodeGroup.CLUSTER);
  }

  @Override
  public void charge(Ledger ledger) {
    Map<String, List<NodeGroup>> pools = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (NodeGroup group : groups(ledger)) {
      String pool = group.pool().orElse(group.name());
      String cluster = cluster(group.name(), pool);
      String path = cluster.isEmpty() ? pool : cluster + "/" + pool;
      pools.computeIfAbsent(path, p -> new ArrayList<>()).add(group);
      names.put(path, pool);
    }
    pools.forEach(
        (path, groups) -> {
          String pool = names.getOrDefault(path, path);
          new Pool(path, pool, groups, ledger).charge();
        });
  }

  private static List<NodeGroup> groups(Ledger ledger) {
    List<NodeGroup> groups = new ArrayList<>();
    ledger.ofType(EksNodeGroup.TYPE).forEach(r -> groups.add(EksNodeGroup.of(r, ledger)));
    ledger.ofType(GkeNodeGroup.TYPE).forEach(r -> groups.add(GkeNodeGroup.of(r, ledger)));
    ledger
        .ofType(AksNodeGroup.CLUSTER)
        .forEach(r -> groups.addAll(AksNodeGroup.profiles(r, ledger)));
    ledger.ofType(AksNodeGroup.TYPE).forEach(r -> groups.add(AksNodeGroup.of(r, ledger)));
    return groups;
  }

  /** Names are cluster, pool and option, joined by hyphens. */
  private static String cluster(String group, String pool) {
    if (group.endsWith("-" + pool)) {
      return group.substring(0, group.length() - pool.length() - 1);
    }
    int at = group.lastIndexOf("-" + pool + "-");
    return at < 0 ? "" : group.substring(0, at);
  }
}
