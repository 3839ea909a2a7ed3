package dev.mlestate.planning;

/**
 * A subnet to create.
 *
 * @param needed addresses that nodes, fabric interfaces, pods and endpoints take at the pools'
 *     maximum
 * @param usable addresses that the subnet has, less those the cloud keeps
 */
public record SubnetPlan(String name, String zone, String cidr, Tier tier, int needed, int usable) {
  /** Who may be reached in it. */
  public enum Tier {
    PRIVATE,
    PUBLIC
  }
}
