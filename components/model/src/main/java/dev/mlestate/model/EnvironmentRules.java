package dev.mlestate.model;

import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules between the keys of an environment. */
final class EnvironmentRules {
  /**
   * The retentions that CloudWatch Logs has, in days (API reference, PutRetentionPolicy, read
   * 2026-11-23).
   */
  private static final List<Integer> CLOUDWATCH_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  /** Of a log bucket (Cloud Logging API, LogBucket.retentionDays; general knowledge, not read). */
  private static final int LOGGING_DAYS = 3650;

  /** Of a workspace's analytics logs (Azure Monitor; general knowledge, not read). */
  private static final int LEAST_ANALYTICS_DAYS = 30;

  private static final int MOST_ANALYTICS_DAYS = 730;

  /** Of flow logs in storage (Network Watcher; general knowledge, not read). */
  private static final int FLOW_LOG_DAYS = 365;

  /** Buckets that every estate has; model-artifacts, the third, is too long for a zone anyway. */
  private static final List<String> OWN_BUCKETS = List.of("access-logs", "audit-trail");

  private final Environment environment;
  private final Reported reported;

  EnvironmentRules(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
  }

  void check() {
    Cloud cloud = environment.cloud();
    if (reported.sound("cloud")) {
      CloudForms.account(reported, cloud, environment.account(), "account");
      CloudForms.region(reported, cloud, environment.region(), "region");
      CloudForms.regions(
          reported, cloud, environment.residency().allowedRegions(), "residency.allowedRegions");
    }
    List<String> allowed = environment.residency().allowedRegions();
    if (!allowed.contains(environment.region())) {
      reported.rule(
          "region",
          environment.region() + " is not one of residency.allowedRegions",
          "use one of " + String.join(", ", allowed) + ", or allow it",
          "residency");
    }
    unique("teams", environment.teams(), Team::name);
    new NetworkRules(environment, reported).check();
    new ClusterRules(environment, reported).check();
    new ServingRules(environment, reported).check();
    new CloudKnobRules(environment, reported).check();
    encryption();
    zones();
    logs();
    budget();
    usage();
  }

  private void encryption() {
    Encryption encryption = environment.encryption();
    if (encryption.keys() == KeyManagement.PROVIDER_MANAGED) {
      for (String key : List.of("rotationDays", "deletionWindowDays", "existing")) {
        if (reported.written("encryption." + key)) {
          reported.rule(
              "encryption." + key,
              "it has no effect on keys that are provider-managed",
              "remove it, or use customer-managed keys",
              "encryption.keys");
        }
      }
    }
    encryption
        .existing()
        .forEach(
            (domain, id) ->
                CloudForms.key(reported, environment, id, "encryption.existing." + domain.word()));
  }

  private void zones() {
    List<String> zones = environment.dataLake().zones();
    for (int i = 0; i < zones.size(); i++) {
      if (OWN_BUCKETS.contains(zones.get(i))) {
        reported.rule(
            "dataLake.zones[" + i + "]",
            "every estate has a bucket " + zones.get(i) + " of its own",
            "choose another name");
      }
    }
  }

  private void logs() {
    int logs = environment.monitoring().logRetentionDays();
    int flows = environment.network().flowLogs().retentionDays();
    String logsPath = "monitoring.logRetentionDays";
    String flowsPath = "network.flowLogs.retentionDays";
    switch (environment.cloud()) {
      case AWS -> {
        cloudWatchDays(logsPath, logs);
        cloudWatchDays(flowsPath, flows);
      }
      case GCP -> {
        days(logsPath, logs, "Cloud Logging", 1, LOGGING_DAYS);
        days(flowsPath, flows, "Cloud Logging", 1, LOGGING_DAYS);
      }
      case AZURE -> {
        days(logsPath, logs, "Log Analytics", LEAST_ANALYTICS_DAYS, MOST_ANALYTICS_DAYS);
        days(flowsPath, flows, "Network Watcher", 1, FLOW_LOG_DAYS);
      }
    }
  }

  private void days(String path, int days, String service, int least, int most) {
    if (days < least || days > most) {
      reported.rule(
          path,
          service + " cannot keep logs for " + days + " days",
          "use " + least + " to " + most,
          "cloud");
    }
  }

  private void cloudWatchDays(String path, int days) {
    if (!CLOUDWATCH_DAYS.contains(days)) {
      int next = CLOUDWATCH_DAYS.stream().filter(d -> d > days).findFirst().orElse(3653);
      reported.rule(
          path, "CloudWatch cannot keep logs for " + days + " days", "use " + next, "cloud");
    }
  }

  private void budget() {
    List<Integer> percents = environment.budget().alertPercents();
    for (int i = 1; i < percents.size(); i++) {
      if (percents.get(i) <= percents.get(i - 1)) {
        reported.rule(
            "budget.alertPercents[" + i + "]",
            percents.get(i) + " is not above " + percents.get(i - 1) + " before it",
            "list them rising",
            "budget.alertPercents");
      }
    }
    environment
        .budget()
        .gpuHoursPerMonth()
        .ifPresent(
            cap -> {
              for (int i = 0; i < environment.teams().size(); i++) {
                String path = "teams[" + i + "].gpuHoursPerMonth";
                environment
                    .teams()
                    .get(i)
                    .gpuHoursPerMonth()
                    .filter(hours -> hours > cap)
                    .ifPresent(
                        hours ->
                            reported.rule(
                                path,
                                hours + " is above budget.gpuHoursPerMonth, " + cap,
                                "use at most " + cap,
                                "budget.gpuHoursPerMonth"));
              }
            });
  }

  private void usage() {
    Set<String> pools = new LinkedHashSet<>();
    environment.clusters().forEach(c -> c.nodePools().forEach(p -> pools.add(p.name())));
    Set<String> servings = new LinkedHashSet<>();
    environment.serving().forEach(s -> servings.add(s.name()));
    Set<String> names = new LinkedHashSet<>(pools);
    names.addAll(servings);
    names.add("dataLake");
    environment
        .usage()
        .forEach(
            (name, usage) -> {
              String path = KeyPath.child("usage", name);
              if (!names.contains(name)) {
                reported.rule(
                    path,
                    "no node pool and no serving has the name " + name,
                    Nearest.remedy(name, names),
                    "clusters",
                    "serving");
                return;
              }
              boolean lake = name.equals("dataLake");
              boolean serving = servings.contains(name);
              idle(path + ".hoursPerDay", usage.hoursPerDay().isPresent() && lake, "the data lake");
              idle(path + ".storedGib", usage.storedGib().isPresent() && !lake, name);
              idle(path + ".egressGib", usage.egressGib().isPresent() && !lake && !serving, name);
              idle(
                  path + ".millionRequests", usage.millionRequests().isPresent() && !serving, name);
            });
  }

  private void idle(String path, boolean without, String name) {
    if (without) {
      reported.rule(path, "it has no effect on " + name, "remove it");
    }
  }

  private <T> void unique(String path, List<T> items, Function<T, String> name) {
    unique(reported, path, items, name);
  }

  static <T> void unique(Reported reported, String path, List<T> items, Function<T, String> name) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String text = name.apply(items.get(i));
      Integer first = seen.putIfAbsent(text, i);
      if (first != null) {
        String here = path + "[" + i + "].name";
        String there = path + "[" + first + "].name";
        reported.rule(
            here,
            "the name " + text + " is taken in line " + reported.places().of(there).line(),
            "choose another",
            there);
      }
    }
  }

  /** A team that is named must be listed. */
  static void team(Reported reported, Environment environment, String path, Optional<String> team) {
    List<String> teams = environment.teams().stream().map(Team::name).toList();
    team.filter(name -> !teams.contains(name))
        .ifPresent(
            name ->
                reported.rule(
                    path,
                    "there is no team " + name,
                    teams.isEmpty() ? "list it under teams" : Nearest.remedy(name, teams),
                    "teams"));
  }
}
