package dev.mlestate.azure.workspace;

import com.pulumi.azurenative.machinelearningservices.enums.EncryptionStatus;
import com.pulumi.azurenative.machinelearningservices.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.machinelearningservices.inputs.EncryptionKeyVaultPropertiesArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.EncryptionPropertyArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.IdentityForCmkArgs;
import com.pulumi.azurenative.machinelearningservices.inputs.ManagedServiceIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.component.AzureComponent;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A workspace of Azure Machine Learning that is reached by a private endpoint, whose machines leave
 * their own network only to what is named, and whose data its identity alone opens.
 *
 * <p>Azure keeps a deleted workspace for 14 days and refuses another of its name meanwhile (azurerm
 * issue 22171, read 2026-11-24). So the workspace has no name of ours: the provider adds digits to
 * the resource's, others each time it is created, and an environment can be brought up again at
 * once.
 */
public final class Workspace extends AzureComponent {
  /** The type token. */
  public static final String TYPE = "mlestate:azure:Workspace";

  /**
   * The provider adds eight digits, and a workspace's name has 33 characters at the most (ARM type
   * workspaces, pattern of the name, read 2026-11-24).
   */
  private static final int LONGEST_BASE = 25;

  private final MlWorkspace resource;
  private final WorkspaceStores stores;
  private final List<Resource> reachable;

  private Workspace(Builder builder) {
    super(TYPE, builder);
    stores = builder.stores();
    // Only a key whose vault is known by its resource id can be told.
    Optional<EncryptionKey> key =
        key(KeyDomain.DATA).filter(present -> present.vaultId().isPresent());
    resource =
        new MlWorkspace(
            Names.limited(LONGEST_BASE, componentName()),
            new MlWorkspaceArgs(
                resourceGroup(),
                location(),
                builder,
                identity(key),
                publicAccess(builder.network()),
                encryption(key)),
            builder.carrying(MlWorkspace.TYPE),
            parentedEncrypted(KeyDomain.DATA, needed(builder.after).toArray(Resource[]::new)));
    reachable =
        privateEndpoints(builder.network(), "endpoint", resource.id(), PrivateService.ML_WORKSPACE);
    complete(Map.of("id", resource.id(), "name", resource.name()));
  }

  /**
   * Starts a workspace.
   *
   * @param name with which the workspace's own name begins, such as vision-dev-serving
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  public MlWorkspace resource() {
    return resource;
  }

  /** Resource id. */
  public Output<String> id() {
    return resource.id();
  }

  public Output<String> name() {
    return resource.name();
  }

  public WorkspaceStores stores() {
    return stores;
  }

  /** What must be there before the workspace is reached from within the network. */
  public List<Resource> reachable() {
    return reachable;
  }

  private List<Resource> needed(List<Resource> after) {
    List<Resource> needed = new ArrayList<>(stores.ready());
    needed.addAll(after);
    return needed;
  }

  private ManagedServiceIdentityArgs identity(Optional<EncryptionKey> key) {
    Output<String> own = stores.identity().id();
    Output<List<String>> ids =
        key.map(present -> Output.all(own, present.identity().id()))
            .orElseGet(() -> own.applyValue(List::of));
    return ManagedServiceIdentityArgs.builder()
        .type(ManagedServiceIdentityType.UserAssigned)
        .userAssignedIdentities(ids)
        .build();
  }

  private static @Nullable EncryptionPropertyArgs encryption(Optional<EncryptionKey> key) {
    if (key.isEmpty()) {
      return null;
    }
    EncryptionKey present = key.get();
    return EncryptionPropertyArgs.builder()
        .status(EncryptionStatus.Enabled)
        .identity(
            IdentityForCmkArgs.builder().userAssignedIdentity(present.identity().id()).build())
        .keyVaultProperties(
            EncryptionKeyVaultPropertiesArgs.builder()
                .keyVaultArmId(present.vaultId().orElseThrow())
                .keyIdentifier(present.versionedUri())
                .identityClientId(present.identity().clientId())
                .build())
        .build();
  }

  /** Builds a {@link Workspace}. */
  public static final class Builder extends AzureBuilder<Workspace, Builder> {
    private @Nullable WorkspaceStores stores;
    private List<Resource> after = List.of();
    String kind = "Default";
    Map<String, OutboundRuleArgs> outboundRules = Map.of();
    @Nullable FeatureStoreSettingsArgs featureStoreSettings;

    private Builder(String name) {
      super(name);
    }

    /** What it stands on. Required. */
    public Builder stores(WorkspaceStores value) {
      stores = value;
      return this;
    }

    /** What else must be there before it. Default: nothing. */
    public Builder after(List<Resource> value) {
      after = List.copyOf(value);
      return this;
    }

    /** What its machines reach beside its stores, by the rule's name. Default: nothing. */
    public Builder outboundRules(Map<String, OutboundRuleArgs> value) {
      outboundRules = new TreeMap<>(value);
      return this;
    }

    /** Makes it a feature store. Default: it is a workspace for models. */
    public Builder featureStore(FeatureStoreSettingsArgs value) {
      kind = "FeatureStore";
      featureStoreSettings = value;
      return this;
    }

    WorkspaceStores stores() {
      return ComponentBuilder.required(stores, "stores");
    }

    @Override
    public Workspace build() {
      return new Workspace(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
