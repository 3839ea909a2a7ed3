package dev.mlestate.azure.cluster;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.azure.encryption.EncryptionKeys;
import dev.mlestate.azure.identity.Principal;
import dev.mlestate.azure.monitoring.LogDestination;
import dev.mlestate.azure.subscription.AzureSubscription;
import dev.mlestate.azure.subscription.Providers;
import dev.mlestate.planning.ClusterPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a cluster is built from; {@link Cluster.Builder} is the one to use. */
abstract class ClusterBuilder<T, B extends ClusterBuilder<T, B>> extends ComponentBuilder<T, B> {
  @Nullable ClusterPlan plan;
  @Nullable AzureSubscription subscription;
  @Nullable Providers providers;
  @Nullable Output<String> resourceGroup;
  @Nullable Output<String> subnetId;
  EncryptionKeys keys = EncryptionKeys.providerManaged();
  Optional<LogDestination> logs = Optional.empty();
  Optional<String> privateDnsZone = Optional.empty();
  Optional<String> existingIdentity = Optional.empty();
  boolean gateway;
  Map<String, Principal> groups = Map.of();
  List<String> namespaces = List.of();
  Function<Optional<String>, Map<String, String>> poolTags = team -> Map.of();
  List<Resource> after = List.of();

  ClusterBuilder(String name) {
    super(name);
  }

  /** Version, addresses and pools. */
  public B plan(ClusterPlan value) {
    plan = value;
    return self();
  }

  /** Where the cluster is. */
  public B subscription(AzureSubscription value) {
    subscription = value;
    return self();
  }

  /** The subscription's providers: pools need a later one. */
  public B providers(Providers value) {
    providers = value;
    return self();
  }

  /** Name of the resource group that holds the cluster. */
  public B resourceGroup(Output<String> value) {
    resourceGroup = value;
    return self();
  }

  /** The subnet of the nodes and pods. */
  public B subnetId(Output<String> value) {
    subnetId = value;
    return self();
  }

  /** Keys of secrets and disks. Default: those that Microsoft manages. */
  public B keys(EncryptionKeys value) {
    keys = value;
    return self();
  }

  /** Where the control plane's logs go. Default: nowhere. */
  public B logs(LogDestination value) {
    logs = Optional.of(value);
    return self();
  }

  /**
   * Resource id of a private DNS zone for the API, which {@link #existingIdentity} may write.
   * Default: one that AKS makes.
   */
  public B privateDnsZone(String value) {
    privateDnsZone = Optional.of(value);
    return self();
  }

  /** Resource id of an identity for the control plane. Default: one is made. */
  public B existingIdentity(String value) {
    existingIdentity = Optional.of(value);
    return self();
  }

  /** Whether the subnet goes out by a NAT gateway. Default: its own routes say how. */
  public B gateway(boolean value) {
    gateway = value;
    return self();
  }

  /** Directory groups by name; the name says what they may do. Default: none. */
  public B groups(Map<String, Principal> value) {
    groups = new TreeMap<>(value);
    return self();
  }

  /** Namespaces to which groups are limited. Default: none. */
  public B namespaces(List<String> value) {
    namespaces = List.copyOf(value);
    return self();
  }

  /** Tags of the pool that is a part of the cluster, by the team that owns it. Default: none. */
  public B poolTags(Function<Optional<String>, Map<String, String>> value) {
    poolTags = value;
    return self();
  }

  /** What must be there before, such as the vault's private endpoint. Default: nothing. */
  public B after(List<? extends Resource> value) {
    after = List.copyOf(value);
    return self();
  }
}
