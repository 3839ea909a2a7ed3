package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.MachineShape;
import dev.mlestate.catalog.Quota;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which quotas of the account the pools and endpoints need at their maximum. */
final class QuotaNotices {
  /** The unit of quotas that count accelerators instead of virtual CPUs. */
  private static final String ACCELERATORS = "GPU";

  private final Catalog catalog;
  private final Cloud cloud;
  private final String noun;
  private final Draft draft;

  QuotaNotices(Catalog catalog, CloudRules rules, Draft draft) {
    this.catalog = catalog;
    this.cloud = rules.cloud();
    this.noun = rules.nouns().cloud();
    this.draft = draft;
  }

  void add(List<PoolDraft> pools, List<ServingPlan> serving) {
    Map<String, Long> vcpus = new LinkedHashMap<>();
    Map<String, List<String>> users = new LinkedHashMap<>();
    Map<String, Quota> quotas = new LinkedHashMap<>();
    for (PoolDraft pool : pools) {
      Optional<Quota> quota = catalog.quota(cloud, pool.machine().quota());
      if (quota.isEmpty()) {
        continue;
      }
      for (String code : codes(pool, quota.get())) {
        long needed = (long) each(quota.get(), pool.machine()) * pool.most();
        vcpus.merge(code, needed, Long::sum);
        users.computeIfAbsent(code, c -> new ArrayList<>()).add(pool.subject());
        quotas.put(code, quota.get());
      }
    }
    vcpus.forEach((code, needed) -> notice(code, needed, users, quotas));
    serving.forEach(this::endpoint);
  }

  private void notice(
      String code, long needed, Map<String, List<String>> users, Map<String, Quota> quotas) {
    Quota quota = quotas.get(code);
    if (quota == null) {
      return;
    }
    boolean spot = !code.equals(quota.code());
    if (quota.defaultValue().isPresent() && !spot && needed <= quota.defaultValue().orElse(0)) {
      return;
    }
    draft.decide(
        "quota " + code,
        Text.count(needed, quota.unit()) + (spot ? " as spot" : ""),
        (spot ? "the spot limit of the types of " : "")
            + quota.name()
            + ", for "
            + Text.and(users.getOrDefault(code, List.of()))
            + " at the maximum"
            + (spot ? "" : quota.defaultValue().map(d -> "; a new account has " + d).orElse(""))
            + ": ask "
            + noun
            + " before the first node");
  }

  /** A capacity reservation counts against the on-demand quota. */
  private static List<String> codes(PoolDraft pool, Quota quota) {
    List<String> codes = new ArrayList<>();
    if (pool.capacity().stream().anyMatch(c -> c.option() != CapacityOption.SPOT)) {
      codes.add(quota.code());
    }
    if (pool.capacity().stream().anyMatch(c -> c.option() == CapacityOption.SPOT)) {
      quota.spotCode().ifPresent(codes::add);
    }
    return codes;
  }

  /** In the quota's unit; where the catalog does not know the quota, it counts instances. */
  private String needed(MachineShape machine, long replicas) {
    return catalog
        .quota(cloud, machine.quota())
        .map(q -> Text.count(replicas * each(q, machine), q.unit()))
        .orElseGet(() -> Text.count(replicas, "instance"));
  }

  private static int each(Quota quota, MachineShape machine) {
    return quota.unit().equals(ACCELERATORS) ? machine.acceleratorCount() : machine.vcpus();
  }

  private void endpoint(ServingPlan plan) {
    plan.machine()
        .filter(m -> m.accelerator().isPresent())
        .ifPresent(
            m ->
                draft.decide(
                    "quota " + m.quota(),
                    needed(m, Math.max(0, plan.serving().replicas().max())),
                    "for "
                        + plan.serving().name()
                        + " at the maximum; a new account has few or none: ask "
                        + noun
                        + " before the first deployment"));
  }
}
