package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Region;
import dev.mlestate.model.Cpu;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans estates, the same way on every cloud: residency, zones, machines, addresses, clusters and
 * endpoints; {@link CloudRules} say what is different.
 */
public final class EstatePlanner {
  /** What every zone of a network must offer: nodes of the smallest usual size. */
  private static final Cpu GENERAL_PURPOSE = new Cpu(2, 8);

  private EstatePlanner() {}

  /** Decides everything that the components need, or says all that stands in the way. */
  public static PlanResult plan(
      CloudRules rules, Environment environment, Organisation organisation, Catalog catalog) {
    Optional<Region> region = catalog.region(rules.cloud(), environment.region());
    if (region.isEmpty()) {
      Draft draft = new Draft();
      draft.problem(
          "region",
          "the catalog has no region " + environment.region() + " of " + rules.nouns().cloud(),
          "use " + Text.or(catalog.regions(rules.cloud()).stream().map(Region::name).toList()));
      return new PlanResult.Infeasible(draft.problems());
    }
    return new Run(rules, environment, organisation, catalog, region.get()).plan();
  }

  /** One planning. */
  private static final class Run {
    private final CloudRules rules;
    private final Environment environment;
    private final Organisation organisation;
    private final Catalog catalog;
    private final Region region;
    private final Draft draft = new Draft();

    Run(
        CloudRules rules,
        Environment environment,
        Organisation organisation,
        Catalog catalog,
        Region region) {
      this.rules = rules;
      this.environment = environment;
      this.organisation = organisation;
      this.catalog = catalog;
      this.region = region;
    }

    PlanResult plan() {
      residency();
      rules.check(environment, draft);
      List<String> usable = usableZones();
      MachineSelector nodes = MachineSelector.forNodes(catalog, environment, organisation, usable);
      PoolPlanner pools = new PoolPlanner(environment, catalog, rules, nodes, draft);
      List<PoolDraft> drafts = pools.drafts();
      List<String> zones = zones(usable, drafts);
      Map<String, List<String>> zonesOfPools = zonesOfPools(drafts, zones);
      NetworkPlanning networkPlanner = rules.network(environment, catalog, draft);
      NetworkPlan network = networkPlanner.plan(zones, drafts, zonesOfPools);
      List<ClusterPlan> clusters = new ArrayList<>();
      ClusterPlanner clusterPlanner =
          new ClusterPlanner(environment, catalog, rules, draft, networkPlanner);
      for (int i = 0; i < environment.clusters().size(); i++) {
        List<NodePoolPlan> planned = new ArrayList<>();
        String prefix = "clusters[" + i + "].";
        List<PoolDraft> own = drafts.stream().filter(p -> p.path().startsWith(prefix)).toList();
        for (PoolDraft pool : own) {
          planned.add(pools.plan(pool, zonesOfPools.getOrDefault(pool.subject(), List.of())));
        }
        clusters.add(clusterPlanner.plan(i, planned));
        own.forEach(p -> pools.explain(p, zonesOfPools.getOrDefault(p.subject(), List.of())));
      }
      List<ServingPlan> serving =
          new ServingPlanner(
                  environment,
                  MachineSelector.forServing(
                      catalog,
                      environment,
                      organisation,
                      region.zones(),
                      catalog.servingMachines(environment.cloud())),
                  rules,
                  draft)
              .plan();
      new QuotaNotices(catalog, rules, draft).add(drafts, serving);
      if (!draft.problems().isEmpty()) {
        return new PlanResult.Infeasible(draft.problems());
      }
      return new PlanResult.Feasible(
          new EstatePlan(environment, network, clusters, serving, draft.decisions()));
    }

    private void residency() {
      List<String> allowed = environment.residency().allowedRegions();
      if (!allowed.isEmpty() && !allowed.contains(environment.region())) {
        draft.problem(
            "region",
            environment.region() + " is not in residency.allowedRegions",
            "use " + Text.or(allowed));
      }
    }

    /** The region's zones that have ordinary machines, or those of the existing subnets. */
    private List<String> usableZones() {
      Optional<ExistingNetwork> existing = environment.network().existing();
      if (existing.isPresent() && rules.zonalSubnets()) {
        return existingZones(existing.get());
      }
      List<MachineShape> general =
          catalog.machines(rules.cloud()).stream()
              .filter(m -> m.accelerator().isEmpty())
              .filter(m -> m.vcpus() >= GENERAL_PURPOSE.vcpus())
              .filter(m -> m.memoryGib() >= GENERAL_PURPOSE.memoryGib())
              .toList();
      return region.zones().stream()
          .filter(
              z -> general.stream().anyMatch(m -> catalog.offered(m, region.name()).contains(z)))
          .toList();
    }

    private List<String> existingZones(ExistingNetwork existing) {
      List<ExistingSubnet> subnets = existing.privateSubnets();
      for (int i = 0; i < subnets.size(); i++) {
        if (!region.zones().contains(subnets.get(i).zone().orElse(""))) {
          draft.problem(
              "network.existing.privateSubnets[" + i + "].zone",
              subnets.get(i).zone().orElse("") + " is no zone of " + region.name(),
              "its zones are " + Text.and(region.zones()));
        }
      }
      return subnets.stream()
          .flatMap(subnet -> subnet.zone().stream())
          .filter(region.zones()::contains)
          .distinct()
          .sorted()
          .toList();
    }

    private List<String> zones(List<String> usable, List<PoolDraft> pools) {
      boolean exists = environment.network().existing().isPresent() && rules.zonalSubnets();
      String path = exists ? "network.existing.privateSubnets" : "network.zones";
      int wanted = exists ? usable.size() : environment.network().zones();
      int least = rules.leastClusterZones();
      if (wanted < least && !environment.clusters().isEmpty()) {
        draft.problem(
            path,
            rules.nouns().kubernetes()
                + " needs subnets in "
                + Text.count(least, "zone")
                + " at least, not "
                + wanted,
            exists ? "add a private subnet in another zone" : "use " + least);
      }
      if (exists) {
        draft.decide("zones", String.join(", ", usable), "those of the existing private subnets");
        return usable;
      }
      List<Set<String>> offers = pools.stream().map(p -> Set.copyOf(p.offered())).toList();
      Optional<List<String>> zones = ZoneChooser.choose(usable, offers, wanted);
      if (zones.isEmpty()) {
        draft.problem(
            path,
            region.name()
                + " has "
                + Text.count(usable.size(), "zone")
                + " for this, not "
                + wanted,
            "use 1 to " + usable.size());
        return usable.subList(0, Math.min(Math.max(1, least), usable.size()));
      }
      boolean all = offers.stream().allMatch(o -> o.containsAll(zones.get()));
      draft.decide(
          "zones",
          String.join(", ", zones.get()),
          all
              ? "the first zones of " + region.name() + " that offer every machine type"
              : "the zones of "
                  + region.name()
                  + " that offer most of the machine types; none offer all");
      return zones.get();
    }

    private Map<String, List<String>> zonesOfPools(List<PoolDraft> pools, List<String> zones) {
      Map<String, List<String>> result = new LinkedHashMap<>();
      for (PoolDraft pool : pools) {
        List<String> offered = pool.offered();
        List<String> own = zones.stream().filter(offered::contains).toList();
        if (own.isEmpty()) {
          draft.problem(
              pool.path(),
              pool.machine().name() + " is not offered in " + Text.or(zones),
              "raise network.zones: " + Text.or(offered) + " would offer it");
        }
        result.put(pool.subject(), pool.together() && !own.isEmpty() ? own.subList(0, 1) : own);
      }
      return result;
    }
  }
}
