package dev.mlestate.azure;

import com.pulumi.resources.ComponentResourceOptions;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.identity.AccessGroups;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Concern;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.azure.subscription.ResourceGroups;
import java.util.Map;

/**
 * What the rest of an estate stands on.
 *
 * @param access the directory's groups
 * @param logs where everything sends its logs
 */
record Foundation(
    AzureSubscription subscription,
    Providers providers,
    ResourceGroups groups,
    EncryptionKeys keys,
    NetworkAccess network,
    AccessGroups access,
    LogDestination logs) {
  /** Gives a component's builder what every component has. */
  <T, B extends AzureBuilder<T, B>> B prepare(
      B builder, Concern concern, Map<String, String> tags) {
    ComponentResourceOptions options = providers.options();
    return builder
        .options(options)
        .tags(tags)
        .subscription(subscription)
        .providers(providers)
        .resourceGroup(groups.name(concern))
        .keys(keys)
        .network(network);
  }
}
