package dev.mlestate.gcp.planning;

import dev.mlestate.model.Environment;
import dev.mlestate.planning.ShortNames;

/**
 * The names of an estate's resources on Google Cloud, each within the rules of its service. The
 * planner proves them before anything is created; components take them from here.
 *
 * <p>Compute Engine and most services: RFC 1035, 63 lower-case characters; GKE clusters and node
 * pools: 40; service account ids: 6 to 30 (IAM API reference, projects.serviceAccounts.create);
 * Cloud Run services: 49; buckets: 63, unique in the world, without "google" and not beginning with
 * "goog" (Cloud Storage, "About buckets"); general knowledge where no document is named.
 */
public final class GcpNames {
  /** The most characters of a Compute Engine name. */
  public static final int LONGEST = 63;

  /** The most characters of a cluster's or a node pool's name. */
  public static final int LONGEST_CLUSTER = 40;

  /** The most characters of a service account's id. */
  public static final int LONGEST_SERVICE_ACCOUNT = 30;

  private static final int LONGEST_CLOUD_RUN = 49;

  /** Feature groups and other resources of Vertex AI whose ids are of lower-case and _. */
  private static final int LONGEST_UNDERSCORED = 60;

  private final String prefix;
  private final String project;

  private GcpNames(String prefix, String project) {
    this.prefix = prefix;
    this.project = project;
  }

  /** The names of an environment. */
  public static GcpNames of(Environment environment) {
    return new GcpNames(ShortNames.prefix(environment), environment.account());
  }

  /** The estate and the environment, such as vision-dev. */
  public String prefix() {
    return prefix;
  }

  /** Any Compute Engine resource, topic, repository …: vision-dev-train-nat. */
  public String resource(String... parts) {
    return limited(LONGEST, parts);
  }

  /** A cluster. */
  public String cluster(String name) {
    return limited(LONGEST_CLUSTER, name);
  }

  /** A bucket: unique in the world by the project's id at its end. */
  public String bucket(String part) {
    return limited(LONGEST, part, project);
  }

  /** The id of a service account, which is what stands before the @. */
  public String serviceAccount(String... parts) {
    return limited(LONGEST_SERVICE_ACCOUNT, parts);
  }

  /** A Cloud Run service. */
  public String cloudRun(String serving) {
    return limited(LONGEST_CLOUD_RUN, serving);
  }

  /** An id of letters, digits and _ alone: BigQuery datasets, Vertex AI's feature stores. */
  public String underscored(String... parts) {
    return limited(LONGEST_UNDERSCORED, parts).replace('-', '_');
  }

  private String limited(int most, String... parts) {
    return ShortNames.limited(most, prefix + "-" + String.join("-", parts));
  }
}
