package dev.mlestate.azure.component;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.encryption.EncryptionKey;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.identity.ServiceIdentity;
import dev.mlestate.azure.network.NetworkAccess;
import dev.mlestate.azure.network.PrivateEndpoints;
import dev.mlestate.azure.network.PrivateService;
import dev.mlestate.azure.planning.AzureNames;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The base of components on Azure: where they are, what they encrypt with, who reaches them. */
public abstract class AzureComponent extends EstateComponent {
  private static final String ENABLED = "Enabled";
  private static final String DISABLED = "Disabled";

  private final AzureSubscription subscription;
  private final Output<String> resourceGroup;
  private final EncryptionKeys keys;

  /**
   * Registers the component itself.
   *
   * @param type token such as mlestate:azure:DataLake
   */
  protected AzureComponent(String type, AzureBuilder<?, ?> builder) {
    super(type, builder);
    subscription = builder.subscription();
    resourceGroup = builder.resourceGroup();
    keys = builder.keys();
  }

  protected final AzureSubscription subscription() {
    return subscription;
  }

  /** The region. */
  protected final String location() {
    return subscription.location();
  }

  protected final Output<String> resourceGroup() {
    return resourceGroup;
  }

  /** Names of what the component makes, within the rules of each type; they begin with its own. */
  protected final AzureNames names() {
    return AzureNames.of(componentName(), subscription.id());
  }

  /** The domain's key; empty where Microsoft manages it. */
  protected final Optional<EncryptionKey> key(KeyDomain domain) {
    return keys.key(domain);
  }

  /** A managed identity of a child's. */
  protected final ServiceIdentity identity(String suffix) {
    return ServiceIdentity.create(child(suffix), subscription, resourceGroup, tags(), parented());
  }

  /**
   * Options of a child that is encrypted with the domain's key, whose identity may use it by now.
   */
  protected final CustomResourceOptions parentedEncrypted(KeyDomain domain, Resource... needed) {
    return parentedAfter(afterGrants(domain, List.of(needed)));
  }

  /** The same for a child whose name in the cloud stays when it is replaced. */
  protected final CustomResourceOptions parentedEncryptedDeleteFirst(
      KeyDomain domain, List<Resource> needed) {
    return parentedDeleteFirst(afterGrants(domain, needed));
  }

  private List<Resource> afterGrants(KeyDomain domain, List<Resource> needed) {
    List<Resource> all = new ArrayList<>();
    key(domain).ifPresent(key -> all.addAll(key.identity().grants()));
    all.addAll(needed);
    return all;
  }

  /**
   * Private endpoints of something.
   *
   * @return what must be there before it is reached; empty where it is reached otherwise
   */
  protected final List<Resource> privateEndpoints(
      NetworkAccess network, String suffix, Output<String> targetId, PrivateService... services) {
    List<Resource> made = new ArrayList<>();
    Optional<PrivateEndpoints> endpoints = network.privateEndpoints();
    if (endpoints.isPresent()) {
      for (PrivateService service : services) {
        String name = child(suffix + "-" + service.groupId());
        made.addAll(endpoints.get().create(name, service, targetId, parented()).resources());
      }
    }
    return made;
  }

  /** Enabled or Disabled: whether something can be reached without a private endpoint at all. */
  protected static String publicAccess(NetworkAccess network) {
    return network.privateEndpoints().isPresent() ? DISABLED : ENABLED;
  }
}
