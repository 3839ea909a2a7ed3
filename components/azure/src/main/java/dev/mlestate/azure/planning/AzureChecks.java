package dev.mlestate.azure.planning;

import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cluster;
import dev.mlestate.model.Environment;
import dev.mlestate.model.NodePool;
import dev.mlestate.planning.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Azure refuses of names, and of a cluster's pools and private DNS. */
final class AzureChecks {
  /** Storage accounts that every estate has beside those of the data lake's zones. */
  static final List<String> OWN_STORAGE = List.of("lake", "ml-store", "audit");

  /** Characters of a blob container's name, which a zone's file system is. */
  private static final int LEAST_CONTAINER = 3;

  private final Environment environment;
  private final AzureNames names;
  private final Draft draft;

  AzureChecks(Environment environment, Draft draft) {
    this.environment = environment;
    this.names = AzureNames.of(environment);
    this.draft = draft;
  }

  void check() {
    reservedWords();
    storageAccounts();
    for (int c = 0; c < environment.clusters().size(); c++) {
      pools("clusters[" + c + "].nodePools", environment.clusters().get(c));
    }
    privateDns();
  }

  /** learn.microsoft.com, "Resolve reserved resource name errors" (general knowledge, not read). */
  private void reservedWords() {
    String estate = environment.estate();
    List<String> anywhere = List.of("microsoft", "windows");
    List<String> first = List.of("login", "xbox");
    if (anywhere.stream().anyMatch(estate::contains)
        || first.stream().anyMatch(estate::startsWith)) {
      draft.problem(
          "estate",
          "Azure reserves "
              + String.join(", ", anywhere)
              + " in names and "
              + String.join(", ", first)
              + " at their beginning, and all begin with "
              + estate,
          "choose another name");
    }
  }

  private void storageAccounts() {
    Map<String, String> users = new HashMap<>();
    OWN_STORAGE.forEach(part -> users.put(names.storageAccount(part), "every estate's " + part));
    List<String> zones = environment.dataLake().zones();
    for (int i = 0; i < zones.size(); i++) {
      String path = "dataLake.zones[" + i + "]";
      if (zones.get(i).length() < LEAST_CONTAINER) {
        draft.problem(
            path,
            "a file system on Azure has a name of " + LEAST_CONTAINER + " to 63 characters",
            "choose a longer name");
      }
      String name = names.storageAccount(zones.get(i));
      String other = users.putIfAbsent(name, zones.get(i));
      if (other != null) {
        draft.problem(
            path,
            "storage accounts have no hyphens in their names, so that one for "
                + zones.get(i)
                + " is "
                + name
                + " as is that of "
                + other,
            "choose a name that differs in more than hyphens");
      }
    }
  }

  private void pools(String path, Cluster cluster) {
    Map<String, String> users = new HashMap<>();
    List<NodePool> pools = cluster.nodePools();
    for (int p = 0; p < pools.size(); p++) {
      NodePool pool = pools.get(p);
      for (CapacityOption option : pool.capacity()) {
        String name = AzureNames.nodePool(pool.name(), option);
        Optional<String> other = Optional.ofNullable(users.putIfAbsent(name, pool.name()));
        other
            .filter(o -> !o.equals(pool.name()))
            .ifPresent(
                o ->
                    draft.problem(
                        path,
                        pool.name() + " and " + o + " would both be the node pool " + name,
                        "rename one of them: node pools of AKS have no hyphens"));
      }
    }
    boolean system = pools.stream().filter(p -> p.cpu().isPresent()).anyMatch(AzureChecks::regular);
    if (!system) {
      draft.problem(
          path,
          "AKS wants a system pool without accelerators and with on-demand machines",
          "give a pool cpu, and on-demand among its capacity");
    }
  }

  private static boolean regular(NodePool pool) {
    return pool.capacity().isEmpty() || pool.capacity().contains(CapacityOption.ON_DEMAND);
  }

  private void privateDns() {
    if (environment.azure().privateDnsZone().isPresent()
        && environment.azure().clusterIdentity().isEmpty()) {
      draft.problem(
          "azure.privateDnsZone",
          "a cluster writes its address into the zone as it is made, and no identity may do so",
          "add azure.clusterIdentity: a user-assigned identity with Private DNS Zone Contributor on"
              + " the zone");
    }
  }
}
