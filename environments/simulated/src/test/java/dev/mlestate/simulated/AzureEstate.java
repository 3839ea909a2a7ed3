package dev.mlestate.simulated;

import static dev.mlestate.wire.PropertyValues.object;

import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pulumirpc.Provider.CheckResponse;

/** A subscription with a resource group, as most tests need it. */
final class AzureEstate {
  static final String SUBSCRIPTION = "33334444-0000-4000-8000-000000000001";
  static final String GROUP_ID = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/vision";
  static final String NETWORK = "azure-native:network:VirtualNetwork";
  static final String SUBNET = "azure-native:network:Subnet";
  static final String VAULT = "azure-native:keyvault:Vault";
  static final String KEY = "azure-native:keyvault:Key";
  static final String IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
  static final String ASSIGNMENT = "azure-native:authorization:RoleAssignment";
  static final String STORAGE = "azure-native:storage:StorageAccount";
  static final String CLUSTER = "azure-native:containerservice:ManagedCluster";
  static final String CRYPTO_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

  final SimulatedAccount cloud;
  final TestProvider azure;
  private final Path folder;

  AzureEstate(Path folder) {
    this(folder, Set.of());
  }

  AzureEstate(Path folder, Set<String> existing) {
    this.folder = folder;
    this.cloud =
        SimulatedAzure.open(
            new CloudOptions(folder.resolve("azure"), Optional.of(SUBSCRIPTION), existing));
    this.azure = TestProvider.azure(cloud, object("subscriptionId", SUBSCRIPTION));
  }

  /** A provider of a later version of the plugin. */
  TestProvider plugin(String version) {
    SimulatedAccount again =
        SimulatedAzure.open(CloudOptions.of(folder.resolve("azure"), SUBSCRIPTION));
    return TestProvider.azure(again, object("subscriptionId", SUBSCRIPTION, "version", version));
  }

  AzureEstate withGroup() {
    if (!make("azure-native:resources:ResourceGroup", "vision", "location", "eastus")
        .equals(GROUP_ID)) {
      throw new AssertionError("the group has another id");
    }
    return this;
  }

  /** Inputs in the group, with pairs of names and values. */
  static Obj in(String property, String name, Object... pairs) {
    Map<String, Object> all = new TreeMap<>();
    all.put("resourceGroupName", "vision");
    all.put(property, name);
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    Object[] flat =
        all.entrySet().stream()
            .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
            .toArray();
    return object(flat);
  }

  private String make(String type, String name, Object... pairs) {
    Map<String, Object> all = new TreeMap<>(Map.of("resourceGroupName", name));
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return azure.make(
        type,
        name,
        object(
            all.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray()));
  }

  String network() {
    return azure.make(
        NETWORK,
        "net",
        in(
            "virtualNetworkName",
            "net",
            "location",
            "eastus",
            "addressSpace",
            object("addressPrefixes", List.of("10.42.0.0/16"))));
  }

  String subnet(String name, String range, Object... pairs) {
    Object[] all = new Object[pairs.length + 4];
    System.arraycopy(pairs, 0, all, 4, pairs.length);
    all[0] = "virtualNetworkName";
    all[1] = "net";
    all[2] = "addressPrefix";
    all[3] = range;
    return azure.make(SUBNET, name, in("subnetName", name, all));
  }

  static Obj vault(String name, Object... properties) {
    Object[] all = new Object[properties.length + 8];
    System.arraycopy(properties, 0, all, 8, properties.length);
    all[0] = "tenantId";
    all[1] = "00000000-0000-4000-8000-000000000000";
    all[2] = "sku";
    all[3] = object("family", "A", "name", "standard");
    all[4] = "enableRbacAuthorization";
    all[5] = true;
    all[6] = "softDeleteRetentionInDays";
    all[7] = 30;
    return in("vaultName", name, "location", "eastus", "properties", object(all));
  }

  String vault() {
    return azure.make(VAULT, "kv", vault("vision-kv", "enablePurgeProtection", true));
  }

  String key(String name) {
    return azure.make(
        KEY,
        name,
        in("keyName", name, "vaultName", "vision-kv", "properties", object("kty", "RSA")));
  }

  /** Makes an identity and gives its principal's id. */
  String identity(String name) {
    return text(
        TestProvider.outputs(
            azure.create(IDENTITY, name, in("resourceName", name, "location", "eastus"), false)),
        "principalId");
  }

  static String identityId(String name) {
    return GROUP_ID + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/" + name;
  }

  static Obj assignment(String principal, String role, String scope) {
    return object(
        "principalId",
        principal,
        "principalType",
        "ServicePrincipal",
        "roleAssignmentName",
        "11111111-0000-4000-8000-"
            + String.format("%012x", (principal + role + scope).hashCode() & 0xffffffffL),
        "roleDefinitionId",
        "/subscriptions/"
            + SUBSCRIPTION
            + "/providers/Microsoft.Authorization/roleDefinitions/"
            + role,
        "scope",
        scope);
  }

  String give(String principal, String role, String scope) {
    return azure.make(ASSIGNMENT, role + scope, assignment(principal, role, scope));
  }

  static Optional<PropertyValue> value(Obj object, String path) {
    return PropertyPath.parse(path).get(object);
  }

  static String text(Obj object, String path) {
    return value(object, path).flatMap(PropertyValues::text).orElse("");
  }

  List<String> failures(String type, Obj inputs) {
    return failures(azure.check(type, "x", PropertyValues.EMPTY, inputs));
  }

  static List<String> failures(CheckResponse response) {
    return response.getFailuresList().stream()
        .map(failure -> failure.getProperty() + ": " + failure.getReason())
        .toList();
  }

  /** The inputs that the provider takes in the end. */
  Obj checked(String type, String name, Obj before, Obj inputs) {
    return StructCodec.decode(azure.check(type, name, before, inputs).getInputs());
  }
}
