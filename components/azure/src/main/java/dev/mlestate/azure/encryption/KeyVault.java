package dev.mlestate.azure.encryption;

import com.pulumi.azurenative.keyvault.Vault;
import com.pulumi.azurenative.keyvault.VaultArgs;
import com.pulumi.azurenative.keyvault.enums.NetworkRuleAction;
import com.pulumi.azurenative.keyvault.enums.NetworkRuleBypassOptions;
import com.pulumi.azurenative.keyvault.enums.SkuFamily;
import com.pulumi.azurenative.keyvault.enums.SkuName;
import com.pulumi.azurenative.keyvault.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.keyvault.inputs.SkuArgs;
import com.pulumi.azurenative.keyvault.inputs.VaultPropertiesArgs;
import com.pulumi.azurenative.keyvault.inputs.VirtualNetworkRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.pulumi.Names;
import java.util.List;
import java.util.Map;

/**
 * A vault that only roles open, that nobody can purge, and that only the network reaches.
 *
 * <p>A vault that was deleted keeps its name for as long as its deletion can be undone, and purge
 * protection lets nobody shorten that. So the vault has no name of ours: the provider adds digits
 * to the resource's, others each time it is created, and an environment can be brought up again at
 * once. What the old vault's keys encrypted is gone with it, unless somebody recovers the vault.
 */
public final class KeyVault {
  /** The provider adds eight digits, and a vault's name has 24 characters at the most. */
  private static final int LONGEST_BASE = 16;

  private KeyVault() {}

  /**
   * Registers the vault and its private endpoint.
   *
   * @param component whose vault it is; the vault's own name begins with it
   * @param deletionWindowDays in which a deletion can be undone
   */
  public static Vault create(
      String component,
      AzureSubscription subscription,
      Output<String> resourceGroup,
      NetworkAccess network,
      int deletionWindowDays,
      Map<String, String> tags,
      CustomResourceOptions options) {
    boolean isPrivate = network.privateEndpoints().isPresent();
    Vault vault =
        new Vault(
            base(component),
            VaultArgs.builder()
                .resourceGroupName(resourceGroup)
                .location(subscription.location())
                .properties(
                    VaultPropertiesArgs.builder()
                        .tenantId(subscription.tenantId())
                        .sku(SkuArgs.builder().family(SkuFamily.A).name(SkuName.Standard).build())
                        .enableRbacAuthorization(true)
                        .enableSoftDelete(true)
                        .softDeleteRetentionInDays(deletionWindowDays)
                        .enablePurgeProtection(true)
                        .enabledForDeployment(false)
                        .enabledForDiskEncryption(false)
                        .enabledForTemplateDeployment(false)
                        .publicNetworkAccess(isPrivate ? "Disabled" : "Enabled")
                        .networkAcls(firewall(network, isPrivate))
                        .build())
                .tags(tags)
                .build(),
            options);
    network
        .privateEndpoints()
        .ifPresent(
            endpoints -> {
              var unused =
                  endpoints.create(
                      component + "-vault", PrivateService.KEY_VAULT, vault.id(), options);
            });
    return vault;
  }

  /** Services that Azure trusts come in: storage, disks and others that unwrap their keys. */
  private static NetworkRuleSetArgs firewall(NetworkAccess network, boolean isPrivate) {
    List<VirtualNetworkRuleArgs> subnets =
        isPrivate
            ? List.of()
            : network.nodeSubnetIds().stream()
                .map(id -> VirtualNetworkRuleArgs.builder().id(id).build())
                .toList();
    return NetworkRuleSetArgs.builder()
        .defaultAction(NetworkRuleAction.Deny)
        .bypass(NetworkRuleBypassOptions.AzureServices)
        .virtualNetworkRules(subnets)
        .build();
  }

  /** Without hyphens: two in a row, or one before the digits, are refused. */
  static String base(String component) {
    return Names.limited(LONGEST_BASE, component.replace("-", "") + "kv");
  }
}
