package dev.mlestate.azure.encryption;

import com.pulumi.azurenative.keyvault.Key;
import com.pulumi.azurenative.keyvault.KeyArgs;
import com.pulumi.azurenative.keyvault.Vault;
import com.pulumi.azurenative.keyvault.enums.JsonWebKeyType;
import com.pulumi.azurenative.keyvault.inputs.KeyPropertiesArgs;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.identity.BuiltInRole;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.identity.RoleGrants;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.KeyManagement;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key vault, in it a rotated key for each domain, and for each key an identity that may wrap and
 * unwrap with it, and nothing else. Stores carry the identity and come after its role.
 *
 * <p>A domain whose key exists uses that one. Its vault is the company's, so that nothing here can
 * give a role there: the company lets the domain's identity use the key, or the first store that is
 * encrypted with it fails.
 */
public final class Encryption extends EstateComponent {
  /** As long as NIST SP 800-57 part 1 wants it after 2030 (general knowledge, not read). */
  private static final int KEY_BITS = 3072;

  private final AzureSubscription subscription;
  private final Output<String> resourceGroup;
  private final NetworkAccess network;
  private final Map<KeyDomain, Key> created = new EnumMap<>(KeyDomain.class);
  private final EncryptionKeys keys;
  private @Nullable Vault vault;

  private Encryption(Builder builder) {
    super("mlestate:azure:Encryption", builder);
    subscription = ComponentBuilder.required(builder.subscription, "subscription");
    resourceGroup = ComponentBuilder.required(builder.resourceGroup, "resourceGroup");
    network = ComponentBuilder.required(builder.network, "network");
    Map<KeyDomain, EncryptionKey> byDomain = new EnumMap<>(KeyDomain.class);
    for (KeyDomain domain : KeyDomain.values()) {
      String existing = builder.existing.get(domain);
      if (existing != null) {
        byDomain.put(domain, existing(domain, KeyUrl.parse(existing)));
      } else if (builder.keys == KeyManagement.CUSTOMER_MANAGED) {
        byDomain.put(domain, create(domain, builder));
      }
    }
    keys = EncryptionKeys.of(byDomain);
    Map<String, Output<?>> outputs = new TreeMap<>();
    byDomain.forEach((domain, key) -> outputs.put(domain.word() + "KeyUri", key.uri()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private EncryptionKey existing(KeyDomain domain, KeyUrl url) {
    UserAssignedIdentity identity = identity(domain);
    return new EncryptionKey(
        Optional.empty(),
        Output.of(url.vault()),
        Output.of(url.name()),
        Output.of(url.url()),
        Output.of(url.versioned()),
        keyIdentity(identity, List.of()));
  }

  private EncryptionKey create(KeyDomain domain, Builder builder) {
    Vault holder = vault(builder.deletionWindowDays);
    String name = child(domain.word());
    Key key =
        new Key(
            name,
            KeyArgs.builder()
                .keyName(domain.word())
                .vaultName(holder.name())
                .resourceGroupName(resourceGroup)
                .properties(
                    KeyPropertiesArgs.builder()
                        .kty(JsonWebKeyType.RSA)
                        .keySize(KEY_BITS)
                        .rotationPolicy(KeyRotation.every(builder.rotationDays))
                        .build())
                .tags(tags())
                .build(),
            parented());
    created.put(domain, key);
    UserAssignedIdentity identity = identity(domain);
    Resource grant =
        RoleGrants.grant(
            name + "-key-user",
            BuiltInRole.KEY_VAULT_CRYPTO_SERVICE_ENCRYPTION_USER,
            key.id(),
            Principal.identity(domain.word() + " encryption", identity.principalId()),
            subscription,
            parented());
    return new EncryptionKey(
        Optional.of(holder.id()),
        holder.properties().applyValue(properties -> vaultUri(properties.vaultUri())),
        key.name(),
        key.keyUri(),
        key.keyUriWithVersion(),
        keyIdentity(identity, List.of(grant)));
  }

  /** Some services refuse the slash at the end that the vault says. */
  private static String vaultUri(Optional<String> uri) {
    String text = uri.orElse("");
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private Vault vault(int deletionWindowDays) {
    if (vault == null) {
      vault =
          KeyVault.create(
              componentName(),
              subscription,
              resourceGroup,
              network,
              deletionWindowDays,
              tags(),
              parented());
    }
    return vault;
  }

  private UserAssignedIdentity identity(KeyDomain domain) {
    String name = child(domain.word() + "-key-user");
    return new UserAssignedIdentity(
        name,
        UserAssignedIdentityArgs.builder()
            .resourceName(name)
            .resourceGroupName(resourceGroup)
            .location(subscription.location())
            .tags(tags())
            .build(),
        parented());
  }

  private static KeyIdentity keyIdentity(UserAssignedIdentity identity, List<Resource> grants) {
    return new KeyIdentity(identity.id(), identity.principalId(), identity.clientId(), grants);
  }

  /** What other components encrypt with. */
  public EncryptionKeys keys() {
    return keys;
  }

  /** The URLs of all keys without their versions, those that exist included. */
  public Map<KeyDomain, Output<String>> keyIds() {
    Map<KeyDomain, Output<String>> ids = new EnumMap<>(KeyDomain.class);
    keys.keys().forEach((domain, key) -> ids.put(domain, key.uri()));
    return ids;
  }

  /** The key made for the domain, if one was. */
  public Optional<Key> key(KeyDomain domain) {
    return Optional.ofNullable(created.get(domain));
  }

  /** Absent where no key was made. */
  public Optional<Vault> vault() {
    return Optional.ofNullable(vault);
  }

  /** Builds an {@link Encryption}; subscription, resource group and network are required. */
  public static final class Builder extends ComponentBuilder<Encryption, Builder> {
    private @Nullable AzureSubscription subscription;
    private @Nullable Output<String> resourceGroup;
    private @Nullable NetworkAccess network;
    private KeyManagement keys = KeyManagement.CUSTOMER_MANAGED;
    private int rotationDays = 365;
    private int deletionWindowDays = 30;
    private Map<KeyDomain, String> existing = Map.of();

    private Builder(String name) {
      super(name);
    }

    /** Where the vault is, and whose directory opens it. */
    public Builder subscription(AzureSubscription value) {
      subscription = value;
      return this;
    }

    /** Name of the resource group that holds the vault and the identities. */
    public Builder resourceGroup(Output<String> value) {
      resourceGroup = value;
      return this;
    }

    /** From where the vault is reached. */
    public Builder network(NetworkAccess value) {
      network = value;
      return this;
    }

    /** Who owns the keys. Default: the customer. */
    public Builder keys(KeyManagement value) {
      keys = value;
      return this;
    }

    /** Days between rotations, 90 to 2560. Default: 365. */
    public Builder rotationDays(int value) {
      rotationDays = value;
      return this;
    }

    /** Days in which a deletion can be undone, 7 to 90. Default: 30. */
    public Builder deletionWindowDays(int value) {
      deletionWindowDays = value;
      return this;
    }

    /** URLs of keys to use instead of making them. Default: none. */
    public Builder existing(Map<KeyDomain, String> value) {
      existing = Map.copyOf(value);
      return this;
    }

    @Override
    public Encryption build() {
      return new Encryption(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
