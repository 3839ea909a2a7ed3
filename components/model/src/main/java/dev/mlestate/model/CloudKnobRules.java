package dev.mlestate.model;

import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules of the sections that only one cloud has, but for reservations. */
final class CloudKnobRules {
  private static final Pattern GROUP =
      Pattern.compile(".*/providers/Microsoft\\.Compute/capacityReservationGroups/[^/]+");
  private static final Pattern IDENTITY =
      Pattern.compile(".*/providers/Microsoft\\.ManagedIdentity/userAssignedIdentities/[^/]+");

  private static final Pattern REDIS =
      Pattern.compile("(?i).*/providers/Microsoft\\.Cache/redis/[^/]+");

  private final Environment environment;
  private final Reported reported;

  CloudKnobRules(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
  }

  void check() {
    for (Cloud cloud : Cloud.values()) {
      if (cloud != environment.cloud() && reported.written(cloud.word())) {
        reported.key(
            cloud.word(),
            "the environment is on " + environment.cloud().word() + ", not on " + cloud.word(),
            "remove it");
      }
    }
    switch (environment.cloud()) {
      case AWS -> {}
      case GCP -> secondaryRanges();
      case AZURE -> {
        groups();
        privateDns();
        redisCache();
        AzureKnobs azure = environment.azure();
        azure
            .capacityReservationGroups()
            .forEach(
                (pool, id) ->
                    form(
                        KeyPath.child("azure.capacityReservationGroups", pool),
                        id,
                        GROUP,
                        "a capacity reservation group",
                        "Microsoft.Compute/capacityReservationGroups/…"));
      }
    }
  }

  private void secondaryRanges() {
    Map<String, SecondaryRanges> ranges = environment.gcp().secondaryRanges();
    List<String> clusters = environment.clusters().stream().map(Cluster::name).toList();
    if (environment.network().existing().isEmpty()) {
      if (!ranges.isEmpty()) {
        reported.rule(
            "gcp.secondaryRanges",
            "a network that is made here gets its own ranges",
            "remove it, or name network.existing",
            "network");
      }
      return;
    }
    for (int i = 0; i < clusters.size(); i++) {
      if (!ranges.containsKey(clusters.get(i))) {
        reported.rule(
            "clusters[" + i + "].name",
            "nothing says which ranges of the existing network have the addresses of "
                + clusters.get(i),
            "add "
                + KeyPath.child("gcp.secondaryRanges", clusters.get(i))
                + ": {pods: …, services: …}",
            "gcp");
      }
    }
    Map<String, String> users = new TreeMap<>();
    ranges.forEach(
        (cluster, own) -> {
          String path = KeyPath.child("gcp.secondaryRanges", cluster);
          if (!clusters.contains(cluster)) {
            reported.rule(
                path, "there is no cluster " + cluster, Nearest.remedy(cluster, clusters));
          }
          range(users, path + ".pods", own.pods());
          range(users, path + ".services", own.services());
        });
  }

  /** Two users of one range would have the same addresses. */
  private void range(Map<String, String> users, String path, String range) {
    String other = users.putIfAbsent(range, path);
    if (other != null) {
      reported.rule(
          path,
          "the range " + range + " overlaps that of " + other + ": it is the same",
          "name another range of the subnet",
          other);
    }
  }

  private void groups() {
    Map<String, String> ids = environment.azure().groupObjectIds();
    environment
        .identity()
        .groups()
        .keySet()
        .forEach(
            group -> {
              if (!ids.containsKey(group)) {
                String path = KeyPath.child("identity.groups", group);
                reported.rule(
                    path,
                    "Entra grants nothing to an address: it wants the object id of " + group,
                    "add azure.groupObjectIds." + group + " (az ad group show --query id)",
                    "azure",
                    "cloud");
              }
            });
    ids.keySet().stream()
        .filter(group -> !environment.identity().groups().containsKey(group))
        .forEach(
            group ->
                reported.rule(
                    KeyPath.child("azure.groupObjectIds", group),
                    "identity.groups has no " + group,
                    "add it there, or remove this",
                    "identity"));
  }

  private void redisCache() {
    Optional<String> cache = environment.azure().redisCache();
    if (cache.isEmpty()) {
      return;
    }
    form(
        "azure.redisCache",
        cache.get(),
        REDIS,
        "an Azure Cache for Redis",
        "Microsoft.Cache/redis/…");
    if (environment.featureStore().filter(FeatureStore::online).isEmpty()) {
      reported.rule(
          "azure.redisCache",
          "no features are kept for serving",
          "remove it, or write featureStore.online: true",
          "featureStore.online");
    }
  }

  private void privateDns() {
    AzureKnobs azure = environment.azure();
    azure
        .clusterIdentity()
        .ifPresent(
            id ->
                form(
                    "azure.clusterIdentity",
                    id,
                    IDENTITY,
                    "a user-assigned identity",
                    "Microsoft.ManagedIdentity/userAssignedIdentities/…"));
    Optional<String> zone = azure.privateDnsZone();
    if (zone.isEmpty()) {
      return;
    }
    // AKS names the zone itself: learn.microsoft.com, "Create a private AKS cluster" (general
    // knowledge, not read).
    String name = "privatelink." + environment.region() + ".azmk8s.io";
    form(
        "azure.privateDnsZone",
        zone.get(),
        Pattern.compile(
            ".*/providers/Microsoft\\.Network/privateDnsZones/([^/.]+\\.)?" + Pattern.quote(name)),
        "a private DNS zone of AKS in " + environment.region(),
        "Microsoft.Network/privateDnsZones/" + name);
    if (azure.clusterIdentity().isEmpty()) {
      reported.rule(
          "azure.privateDnsZone",
          "a cluster writes its address into the zone as it is made, and no identity may do so",
          "add azure.clusterIdentity: a user-assigned identity with Private DNS Zone Contributor on"
              + " the zone",
          "azure.clusterIdentity");
    }
  }

  private void form(String path, String id, Pattern form, String noun, String end) {
    if (!form.matcher(id).matches()) {
      reported.rule(
          path,
          "\"" + id + "\" is not the resource id of " + noun,
          "write it as /subscriptions/…/resourceGroups/…/providers/" + end,
          "cloud",
          "region");
    }
  }
}
