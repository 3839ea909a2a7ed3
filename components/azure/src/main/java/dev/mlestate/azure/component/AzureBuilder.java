package dev.mlestate.azure.component;

import com.pulumi.core.Output;
import com.pulumi.resources.ProviderResource;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.RawType;
import org.jspecify.annotations.Nullable;

/**
 * What the builder of every component on Azure has.
 *
 * @param <T> the component
 * @param <B> the builder itself
 */
public abstract class AzureBuilder<T, B extends AzureBuilder<T, B>> extends ComponentBuilder<T, B> {
  private @Nullable AzureSubscription subscription;
  private @Nullable Output<String> resourceGroup;
  private @Nullable NetworkAccess network;
  private @Nullable Providers providers;
  private EncryptionKeys keys = EncryptionKeys.providerManaged();

  protected AzureBuilder(String name) {
    super(name);
  }

  /** Subscription and region. Required. */
  public B subscription(AzureSubscription value) {
    subscription = value;
    return self();
  }

  /** Name of the group in which everything is made. Required. */
  public B resourceGroup(Output<String> value) {
    resourceGroup = value;
    return self();
  }

  /** From where it is reached. Required by what is reached over a network. */
  public B network(NetworkAccess value) {
    network = value;
    return self();
  }

  /** Of the plugin's later versions. Required by components that use what the SDK lacks. */
  public B providers(Providers value) {
    providers = value;
    return self();
  }

  /** Keys of what is stored. Default: keys that Microsoft manages. */
  public B keys(EncryptionKeys value) {
    keys = value;
    return self();
  }

  public final AzureSubscription subscription() {
    return required(subscription, "subscription");
  }

  public final Output<String> resourceGroup() {
    return required(resourceGroup, "resourceGroup");
  }

  public final NetworkAccess network() {
    return required(network, "network");
  }

  public final Providers providers() {
    return required(providers, "providers");
  }

  /** The provider of the version that carries the type. */
  public final ProviderResource carrying(RawType type) {
    return providers().carrying(type);
  }

  public final EncryptionKeys keys() {
    return keys;
  }
}
