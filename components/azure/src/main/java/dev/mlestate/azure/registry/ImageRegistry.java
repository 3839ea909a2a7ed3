package dev.mlestate.azure.registry;

import com.pulumi.azurenative.containerregistry.Registry;
import com.pulumi.azurenative.containerregistry.RegistryArgs;
import com.pulumi.azurenative.containerregistry.enums.DefaultAction;
import com.pulumi.azurenative.containerregistry.enums.EncryptionStatus;
import com.pulumi.azurenative.containerregistry.enums.ExportPolicyStatus;
import com.pulumi.azurenative.containerregistry.enums.NetworkRuleBypassOptions;
import com.pulumi.azurenative.containerregistry.enums.PolicyStatus;
import com.pulumi.azurenative.containerregistry.enums.ResourceIdentityType;
import com.pulumi.azurenative.containerregistry.enums.SkuName;
import com.pulumi.azurenative.containerregistry.enums.ZoneRedundancy;
import com.pulumi.azurenative.containerregistry.inputs.EncryptionPropertyArgs;
import com.pulumi.azurenative.containerregistry.inputs.ExportPolicyArgs;
import com.pulumi.azurenative.containerregistry.inputs.IdentityPropertiesArgs;
import com.pulumi.azurenative.containerregistry.inputs.KeyVaultPropertiesArgs;
import com.pulumi.azurenative.containerregistry.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.containerregistry.inputs.PoliciesArgs;
import com.pulumi.azurenative.containerregistry.inputs.QuarantinePolicyArgs;
import com.pulumi.azurenative.containerregistry.inputs.RetentionPolicyArgs;
import com.pulumi.azurenative.containerregistry.inputs.SkuArgs;
import com.pulumi.azurenative.containerregistry.inputs.TrustPolicyArgs;
import com.pulumi.azurenative.containerregistry.inputs.UserIdentityPropertiesArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container registry without an administrator's password, in three zones, for the network alone.
 */
public final class ImageRegistry extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:ImageRegistry";

  /** What nobody tagged is a layer of a newer build, or a mistake. */
  private static final int UNTAGGED_DAYS = 14;

  private final Registry registry;
  private final List<Resource> reachable;

  private ImageRegistry(Builder builder) {
    super(TYPE, builder);
    String name = ComponentBuilder.required(builder.registryName, "registryName");
    boolean isPrivate = builder.network().privateEndpoints().isPresent();
    var args =
        RegistryArgs.builder()
            .registryName(name)
            .resourceGroupName(resourceGroup())
            .location(location())
            .sku(SkuArgs.builder().name(SkuName.Premium).build())
            .adminUserEnabled(false)
            .dataEndpointEnabled(isPrivate)
            .publicNetworkAccess(publicAccess(builder.network()))
            .networkRuleBypassOptions(NetworkRuleBypassOptions.AzureServices)
            .zoneRedundancy(ZoneRedundancy.Enabled)
            .policies(policies(builder.quarantine, isPrivate))
            .tags(tags());
    if (isPrivate) {
      args.networkRuleSet(NetworkRuleSetArgs.builder().defaultAction(DefaultAction.Deny).build());
    }
    key(KeyDomain.DATA).ifPresent(key -> encrypt(args, key));
    registry =
        new Registry(
            componentName(), args.build(), parentedEncryptedDeleteFirst(KeyDomain.DATA, List.of()));
    reachable =
        privateEndpoints(
            builder.network(), "endpoint", registry.id(), PrivateService.IMAGE_REGISTRY);
    complete(Map.of("server", server(), "id", registry.id()));
  }

  /**
   * Starts a registry.
   *
   * @param name of the component, such as vision-dev-images
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public Registry registry() {
    return registry;
  }

  /** Resource id. */
  public Output<String> id() {
    return registry.id();
  }

  public Output<String> name() {
    return registry.name();
  }

  /** Such as visiondev3f2a1b.azurecr.io. */
  public Output<String> server() {
    return registry.loginServer();
  }

  /** What must be there before images are pulled from within the network. */
  public List<Resource> reachable() {
    return reachable;
  }

  private static void encrypt(RegistryArgs.Builder args, EncryptionKey key) {
    Output<Map<String, UserIdentityPropertiesArgs>> identities =
        key.identity().id().applyValue(id -> Map.of(id, UserIdentityPropertiesArgs.Empty));
    args.identity(
            IdentityPropertiesArgs.builder()
                .type(ResourceIdentityType.UserAssigned)
                .userAssignedIdentities(identities)
                .build())
        .encryption(
            EncryptionPropertyArgs.builder()
                .status(EncryptionStatus.Enabled)
                .keyVaultProperties(
                    KeyVaultPropertiesArgs.builder()
                        // The registry follows the key's rotation if no version is named.
                        .keyIdentifier(key.uri())
                        .identity(key.identity().clientId())
                        .build())
                .build());
  }

  /**
   * Content trust is not to be had beside a customer's key, and new registries get it no more
   * (Azure Container Registry documentation, "Customer-managed keys", "Content trust"; general
   * knowledge, not read).
   */
  private static PoliciesArgs policies(boolean quarantine, boolean isPrivate) {
    return PoliciesArgs.builder()
        .quarantinePolicy(QuarantinePolicyArgs.builder().status(status(quarantine)).build())
        .retentionPolicy(
            RetentionPolicyArgs.builder().status(status(true)).days(UNTAGGED_DAYS).build())
        .trustPolicy(TrustPolicyArgs.builder().type("Notary").status(status(false)).build())
        // Only a registry without public access may refuse exports.
        .exportPolicy(
            ExportPolicyArgs.builder()
                .status(isPrivate ? ExportPolicyStatus.Disabled : ExportPolicyStatus.Enabled)
                .build())
        .build();
  }

  private static PolicyStatus status(boolean enabled) {
    return enabled ? PolicyStatus.Enabled : PolicyStatus.Disabled;
  }

  /** Builds an {@link ImageRegistry}. */
  public static final class Builder extends AzureBuilder<ImageRegistry, Builder> {
    private @Nullable String registryName;
    private boolean quarantine = true;

    private Builder(String name) {
      super(name);
    }

    /** The registry's name in Azure, unique in the world: 5 to 50 letters and digits. Required. */
    public Builder registryName(String value) {
      registryName = value;
      return this;
    }

    /** Whether an image waits for a scanner before anybody pulls it. Default: true. */
    public Builder quarantine(boolean value) {
      quarantine = value;
      return this;
    }

    @Override
    public ImageRegistry build() {
      return new ImageRegistry(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
