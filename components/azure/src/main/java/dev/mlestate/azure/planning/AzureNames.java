package dev.mlestate.azure.planning;

import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Environment;
import dev.mlestate.planning.ShortNames;

/**
 * The names of an estate's resources on Azure, each within the rules of its resource type. The
 * planner proves them before anything is created; components take them from here.
 *
 * <p>Lengths and characters: learn.microsoft.com, "Naming rules and restrictions for Azure
 * resources" (general knowledge, not read): storage accounts 3 to 24 lower-case letters and digits,
 * unique in the world; container registries 5 to 50 letters and digits, unique in the world; Linux
 * node pools 1 to 12 lower-case letters and digits, a letter first; Machine Learning workspaces 3
 * to 33 and registries 3 to 33; online endpoints 3 to 32; container apps 2 to 32.
 */
public final class AzureNames {
  /** The most characters of a storage account's name. */
  public static final int LONGEST_STORAGE_ACCOUNT = 24;

  /** The most characters of a node pool's name. */
  public static final int LONGEST_NODE_POOL = 12;

  private static final int LONGEST = 63;
  private static final int LONGEST_REGISTRY = 50;
  private static final int LONGEST_WORKSPACE = 33;
  private static final int LONGEST_ENDPOINT = 32;

  /** Digits of the hash that makes a name unique in the world. */
  private static final int ACCOUNT_DIGITS = 6;

  private static final int HASH_DIGITS = 8;
  private static final int POOL_DIGITS = 4;

  private final String prefix;
  private final String subscription;

  private AzureNames(String prefix, String subscription) {
    this.prefix = prefix;
    this.subscription = subscription;
  }

  /** The names of an environment. */
  public static AzureNames of(Environment environment) {
    return new AzureNames(ShortNames.prefix(environment), environment.account());
  }

  /**
   * The names of a component's resources.
   *
   * @param prefix with which they begin, such as vision-dev
   * @param subscription by whose id names are unique in the world
   */
  public static AzureNames of(String prefix, String subscription) {
    return new AzureNames(prefix, subscription);
  }

  /** The estate and the environment, such as vision-dev. */
  public String prefix() {
    return prefix;
  }

  /** Resource groups, networks, clusters, identities, disk encryption sets …: vision-dev-train. */
  public String resource(String... parts) {
    return ShortNames.limited(LONGEST, joined(parts));
  }

  /**
   * A storage account, unique in the world: visiondevraw and a hash of the subscription. Parts that
   * differ in hyphens alone have the same name, which the planner refuses.
   */
  public String storageAccount(String... parts) {
    return compact(LONGEST_STORAGE_ACCOUNT, parts);
  }

  /** A container registry, unique in the world. */
  public String containerRegistry(String... parts) {
    return compact(LONGEST_REGISTRY, parts);
  }

  /** A workspace or registry of Azure Machine Learning. */
  public String workspace(String... parts) {
    return ShortNames.limited(LONGEST_WORKSPACE, joined(parts));
  }

  /** A Purview account or a cache, unique in the world. */
  public String unique(String... parts) {
    return ShortNames.limited(
        LONGEST, joined(parts) + "-" + ShortNames.hash(ACCOUNT_DIGITS, subscription));
  }

  /** An online endpoint, unique in its region. */
  public String onlineEndpoint(String... parts) {
    return ShortNames.limited(LONGEST_ENDPOINT, joined(parts));
  }

  /** A container app. */
  public String containerApp(String... parts) {
    return ShortNames.limited(LONGEST_ENDPOINT, joined(parts));
  }

  /**
   * A node pool of AKS: the pool's name without hyphens and a word for the capacity option, such as
   * h100spot; a long name keeps its beginning and gets a hash.
   */
  public static String nodePool(String pool, CapacityOption option) {
    String suffix =
        switch (option) {
          case RESERVATION -> "res";
          case SPOT -> "spot";
          case ON_DEMAND -> "od";
          case QUEUED -> "que";
        };
    String plain = plain(pool);
    int room = LONGEST_NODE_POOL - suffix.length();
    if (plain.length() <= room) {
      return plain + suffix;
    }
    return plain.substring(0, room - POOL_DIGITS) + ShortNames.hash(POOL_DIGITS, pool) + suffix;
  }

  private String compact(int most, String... parts) {
    String name = joined(parts);
    String plain = plain(name);
    return plain.length() + ACCOUNT_DIGITS <= most
        ? plain + ShortNames.hash(ACCOUNT_DIGITS, subscription)
        : plain.substring(0, Math.min(plain.length(), most - HASH_DIGITS))
            + ShortNames.hash(HASH_DIGITS, subscription + " " + name);
  }

  private String joined(String... parts) {
    return parts.length == 0 ? prefix : prefix + "-" + String.join("-", parts);
  }

  private static String plain(String name) {
    return name.replace("-", "");
  }
}
