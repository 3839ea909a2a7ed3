package dev.mlestate.cost;

import dev.mlestate.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * EKS node groups. The groups of one pool are its capacity options and share its maximum, so that a
 * pool is charged once.
 */
final class PoolRule implements CostRule {
  private static final String TYPE = "aws:eks/nodeGroup:NodeGroup";
  private static final String POOL_LABEL = "mlestate.dev/pool";

  @Override
  public Set<String> types() {
    return Set.of(TYPE);
  }

  @Override
  public void charge(Ledger ledger) {
    Map<String, List<Resource>> pools = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Resource group : ledger.ofType(TYPE)) {
      String groupName = ledger.shortName(group);
      String pool = new Facts(group).member("labels", POOL_LABEL).orElse(groupName);
      String cluster = cluster(groupName, pool);
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

  /** Names are cluster, pool and option, joined by hyphens. */
  private static String cluster(String group, String pool) {
    if (group.endsWith("-" + pool)) {
      return group.substring(0, group.length() - pool.length() - 1);
    }
    int at = group.lastIndexOf("-" + pool + "-");
    return at < 0 ? "" : group.substring(0, at);
  }
}
