package dev.mlestate.azure.subscription;

/**
 * What one resource group holds. A group is what lives and dies together and is given to one set of
 * people, so that a role on it is narrow.
 */
public enum Concern {
  /** The virtual network, its gateways, security groups, private endpoints and DNS zones. */
  NETWORK("network"),
  /** Key vaults, keys and the identities that use them. */
  SECURITY("security"),
  /** The data lake, its catalogue and the registry of images. */
  DATA("data"),
  /** Workspaces, feature stores, model registries and endpoints. */
  MACHINE_LEARNING("ml"),
  /** Clusters, node pools, disks and reserved machines. */
  COMPUTE("compute"),
  /** Logs, flow logs and the audit trail. */
  MONITORING("monitoring");

  private final String word;

  Concern(String word) {
    this.word = word;
  }

  /** The end of the resource group's name. */
  public String word() {
    return word;
  }
}
