package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.Digests;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions of the provider: who runs it, what there is, and how to get in. */
final class AzureInvokes {
  private static final String CLUSTER = "azure-native:containerservice:ManagedCluster";
  private static final String IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
  private static final String ACCOUNT = "azure-native:storage:StorageAccount";

  private AzureInvokes() {}

  /**
   * The answer to a function.
   *
   * @throws CloudException if there is no such function here, or Azure refuses it
   */
  static Obj answer(
      String token,
      Obj arguments,
      CloudSettings settings,
      List<RecordedResource> all,
      Set<String> before) {
    String subscription = settings.account();
    return switch (ResourcePaths.unversioned(token)) {
      case "azure-native:authorization:getClientConfig" ->
          PropertyValues.object(
              "clientId",
              Digests.uuid("client", subscription),
              "objectId",
              Digests.uuid("caller", subscription),
              "subscriptionId",
              subscription,
              "tenantId",
              Guids.tenant(subscription));
      case "azure-native:authorization:getClientToken" ->
          PropertyValues.object("token", Digests.hex(64, "token", subscription));
      case "azure-native:containerservice:listManagedClusterUserCredentials" ->
          credentials(found(CLUSTER, arguments, subscription, all), true);
      case "azure-native:containerservice:listManagedClusterAdminCredentials" -> {
        RecordedResource cluster = found(CLUSTER, arguments, subscription, all);
        if (Inputs.is(cluster.inputs(), "disableLocalAccounts", true)) {
          throw new CloudException(
              "BadRequest: Getting static credential is not allowed because this cluster is set to disable local accounts.");
        }
        yield credentials(cluster, false);
      }
      case "azure-native:storage:listStorageAccountKeys" ->
          keys(found(ACCOUNT, arguments, subscription, all));
      case "azure-native:managedidentity:getUserAssignedIdentity" ->
          companys(arguments, subscription, before)
              .orElseGet(() -> get(token, arguments, subscription, all));
      default -> get(token, arguments, subscription, all);
    };
  }

  private static RecordedResource found(
      String type, Obj arguments, String subscription, List<RecordedResource> all) {
    String id =
        ResourcePaths.id(type, arguments, subscription)
            .orElseThrow(() -> new CloudException("the function needs the path of " + type));
    return all.stream()
        .filter(each -> ResourcePaths.normal(each.id()).equals(ResourcePaths.normal(id)))
        .findFirst()
        .orElseThrow(
            () ->
                new CloudException(
                    "ResourceNotFound: The Resource '%s/%s' was not found."
                        .formatted(ResourcePaths.armType(type), ResourcePaths.name(id))));
  }

  /** An identity that the company had before. */
  private static Optional<Obj> companys(Obj arguments, String subscription, Set<String> before) {
    return ResourcePaths.id(IDENTITY, arguments, subscription)
        .filter(
            id ->
                before.stream()
                    .map(ResourcePaths::normal)
                    .anyMatch(ResourcePaths.normal(id)::equals))
        .map(
            id ->
                PropertyValues.object(
                    "clientId",
                    Guids.ofIdentity("client", id),
                    "id",
                    id,
                    "location",
                    "",
                    "name",
                    ResourcePaths.name(id),
                    "principalId",
                    Guids.ofIdentity("principal", id),
                    "tenantId",
                    Guids.tenant(subscription),
                    "type",
                    ResourcePaths.armType(IDENTITY)));
  }

  /** A function that is named for a type answers what is known of one of them. */
  private static Obj get(
      String token, Obj arguments, String subscription, List<RecordedResource> all) {
    int name = token.lastIndexOf(':') + 1;
    String type = token.substring(0, name) + token.substring(name).replaceFirst("^get", "");
    if (!token.startsWith("get", name) || ResourcePaths.armType(type).isEmpty()) {
      throw new CloudException(
          "the simulated Azure does not answer the function "
              + token
              + "; it knows getClientConfig, getClientToken, listManagedClusterUserCredentials, listManagedClusterAdminCredentials, listStorageAccountKeys and get of every type");
    }
    RecordedResource resource = found(type, arguments, subscription, all);
    return PropertyValues.with(resource.outputs(), "id", PropertyValues.of(resource.id()));
  }

  private static Obj keys(RecordedResource account) {
    String name = ResourcePaths.name(account.id());
    if (Inputs.is(account.inputs(), "allowSharedKeyAccess", false)) {
      throw new CloudException(
          "KeyBasedAuthenticationNotPermitted: the keys of the storage account '%s' cannot be used: allowSharedKeyAccess is false."
              .formatted(name));
    }
    PropertyValue list =
        PropertyValues.of(List.of(key("key1", account.id()), key("key2", account.id())));
    return PropertyValues.object("keys", list);
  }

  private static PropertyValue key(String name, String account) {
    String value =
        Base64.getEncoder()
            .encodeToString(Digests.hex(64, name, account).getBytes(StandardCharsets.UTF_8));
    return PropertyValues.object(
        "creationTime",
        "2026-01-01T00:00:00Z",
        "keyName",
        name,
        "permissions",
        "FULL",
        "value",
        PropertyValues.secret(PropertyValues.of(value)));
  }

  /** A kubeconfig: who uses it signs in to the directory, unless local accounts are allowed. */
  private static Obj credentials(RecordedResource cluster, boolean user) {
    String name = ResourcePaths.name(cluster.id());
    String host =
        Optional.of("privateFQDN")
            .filter(
                output ->
                    Inputs.is(
                        cluster.inputs(), "apiServerAccessProfile.enablePrivateCluster", true))
            .or(() -> Optional.of("fqdn"))
            .flatMap(output -> Inputs.text(cluster.outputs(), output))
            .orElse(name);
    boolean directory = user && Inputs.object(cluster.inputs(), "aadProfile").isPresent();
    String login =
        directory
            ? """
                  exec:
                    apiVersion: client.authentication.k8s.io/v1beta1
                    command: kubelogin
                    args: [get-token, --environment, AzurePublicCloud, --server-id, 6dae42f8-4368-4678-94ff-3960e28e3630]
              """
            : "    token: " + Digests.hex(64, "token", cluster.id()) + "\n";
    String config =
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: %1$s
          cluster:
            server: https://%2$s:443
            certificate-authority-data: %3$s
        contexts:
        - name: %1$s
          context: {cluster: %1$s, user: %1$s}
        current-context: %1$s
        users:
        - name: %1$s
          user:
        %4$s"""
            .formatted(name, host, certificate(cluster), login);
    String encoded = Base64.getEncoder().encodeToString(config.getBytes(StandardCharsets.UTF_8));
    return PropertyValues.object(
        "kubeconfigs",
        PropertyValues.of(
            List.of(
                PropertyValues.object(
                    "name",
                    user ? "clusterUser" : "clusterAdmin",
                    "value",
                    PropertyValues.secret(PropertyValues.of(encoded))))));
  }

  private static String certificate(RecordedResource cluster) {
    String text =
        "-----BEGIN CERTIFICATE-----\n"
            + Digests.hex(64, "certificate", cluster.id())
            + "\n-----END CERTIFICATE-----\n";
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
