package dev.mlestate.azure.testing;

import com.pulumi.core.Output;
import dev.mlestate.azure.component.AzureBuilder;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.encryption.KeyIdentity;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.registry.Registry;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.azure.workspace.WorkspaceStores;
import dev.mlestate.model.KeyDomain;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What components are given, inside of a program. */
public final class Given {
  /** The tags that every estate has. */
  public static final Map<String, String> TAGS = Map.of("estate", "vision", "team", "shared");

  public static final String SUBNET = "/subnets/nodes";
  public static final String SERVERLESS_SUBNET = "/subnets/serverless";

  private final AzureSubscription subscription =
      new AzureSubscription(
          AcceptingAzure.SUBSCRIPTION,
          "eastus",
          Output.of(AcceptingAzure.TENANT),
          Output.of(AcceptingAzure.CALLER));
  private final Providers providers = Providers.of("vision-dev", AcceptingAzure.SUBSCRIPTION);

  /** A builder with everything that every component has, and no private endpoints. */
  public <T, B extends AzureBuilder<T, B>> B to(B builder) {
    return builder
        .tags(TAGS)
        .options(providers.options())
        .subscription(subscription)
        .resourceGroup(Output.of("group"))
        .providers(providers)
        .network(
            new NetworkAccess(
                Output.of("/networks/vision"),
                List.of(Output.of(SUBNET)),
                Optional.of(Output.of(SERVERLESS_SUBNET)),
                Optional.empty()));
  }

  public AzureSubscription subscription() {
    return subscription;
  }

  /** A key for each domain. */
  public static EncryptionKeys keys() {
    Map<KeyDomain, EncryptionKey> keys = new EnumMap<>(KeyDomain.class);
    for (KeyDomain domain : KeyDomain.values()) {
      String uri = "https://kv.vault.azure.net/keys/" + domain.word();
      keys.put(
          domain,
          new EncryptionKey(
              Optional.of(Output.of("/vaults/kv")),
              Output.of("https://kv.vault.azure.net"),
              Output.of(domain.word()),
              Output.of(uri),
              Output.of(uri + "/1"),
              new KeyIdentity(
                  Output.of(keyUser(domain)),
                  Output.of("principal"),
                  Output.of("client of " + domain.word()),
                  List.of())));
    }
    return EncryptionKeys.of(keys);
  }

  /** The identity that may use the domain's key. */
  public static String keyUser(KeyDomain domain) {
    return "/identities/" + domain.word();
  }

  /** A registry with the model ranker and the image serving. */
  public Registry registry() {
    return to(Registry.builder("vision-dev"))
        .models(List.of("ranker"))
        .images(List.of("serving"))
        .build();
  }

  /** What workspaces stand on. */
  public WorkspaceStores stores() {
    return to(WorkspaceStores.builder("vision-dev-ml"))
        .imageRegistryId(Output.of("/registries/images"))
        .build();
  }
}
