package dev.mlestate.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateEditTest {
  private static final String CLUSTER = "azure-native:containerservice:ManagedCluster";
  private static final String POOL = "azure-native:containerservice/v20250101:AgentPool";
  private static final String ASSIGNMENT = "azure-native:authorization:RoleAssignment";
  private static final String COMPANY =
      "/subscriptions/44445555-0000-4000-8000-000000000004/resourceGroups/example-hub/providers/";

  private final Path folder;

  EstateEditTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theMaximumOfAPoolChangesItsNativePoolsAndItsQuotaAlone() {
    Set<Recorded> changed =
        new HashSet<>(
            edited("prod-azure", Map.of("nodes: {min: 0, max: 16}", "nodes: {min: 0, max: 12}"))
                .resources());
    changed.removeAll(new HashSet<>(Plans.realised("prod-azure").resources()));
    // A file is never the same as another.
    changed.removeIf(each -> each.has("source"));

    Set<String> names = new TreeSet<>();
    changed.forEach(each -> names.add(each.type() + " " + each.name()));
    assertThat(names)
        .containsExactly(
            POOL + " vision-prod-train-h100od",
            POOL + " vision-prod-train-h100res",
            POOL + " vision-prod-train-h100spot",
            "kubernetes:core/v1:ResourceQuota vision-prod-train-h100");
  }

  @Test
  void whatIsNotAskedForIsNotMade() {
    RecordedStack resources =
        edited(
            "dev-azure",
            Map.of(
                "\nnetwork:\n",
                """

                encryption: {keys: provider-managed}

                network:
                  egress: none
                """));
    Recorded cluster = resources.one(CLUSTER);

    assertThat(resources.resources())
        .extracting(Recorded::type)
        .doesNotContain(
            "azure-native:keyvault:Key",
            "azure-native:compute:DiskEncryptionSet",
            "azure-native:network:NatGateway",
            "azure-native:network:PublicIPPrefix");
    assertThat(cluster.has("diskEncryptionSetID")).isFalse();
    assertThat(cluster.at("securityProfile").toString()).doesNotContain("azureKeyVaultKms");
    assertThat(cluster.at("agentPoolProfiles[0].enableEncryptionAtHost")).isEqualTo(true);
    assertThat(cluster.at("networkProfile.outboundType")).isEqualTo("userDefinedRouting");
    assertThat(resources.one("azure-native:network:RouteTable").at("routes[0].nextHopType"))
        .isEqualTo("None");
    assertThat(resources.all("azure-native:network:NetworkSecurityGroup").toString())
        .doesNotContain("destinationAddressPrefix=Internet");
  }

  @Test
  void withoutPrivateEndpointsFirewallsLetTheSubnetsIn() {
    RecordedStack resources =
        edited("dev-azure", Map.of("\nnetwork:\n", "\nnetwork:\n  privateEndpoints: false\n"));
    Recorded subnet =
        resources.one("azure-native:network/v20231101:Subnet", "vision-dev-private-train");
    Recorded vault = resources.one("azure-native:keyvault:Vault", "visiondevkv");

    assertThat(resources.names("azure-native:network:PrivateZone"))
        .noneMatch(name -> name.contains("privatelink"));
    assertThat(subnet.at("serviceEndpoints").toString())
        .contains("Microsoft.KeyVault", "Microsoft.Storage");
    assertThat(vault.at("properties.networkAcls.defaultAction")).isEqualTo("Deny");
    assertThat(vault.at("properties.networkAcls.virtualNetworkRules[0].id")).isEqualTo(subnet.id());
  }

  @Test
  void whatTheCompanyHasIsUsedAsItIs() {
    String network = COMPANY + "Microsoft.Network/virtualNetworks/hub";
    String zone = COMPANY + "Microsoft.Network/privateDnsZones/privatelink.eastus.azmk8s.io";
    String identity = COMPANY + "Microsoft.ManagedIdentity/userAssignedIdentities/aks";
    String group = COMPANY + "Microsoft.Compute/capacityReservationGroups/h100";
    Map<String, String> edits = new TreeMap<>();
    edits.put("  cidr: 10.42.0.0/16", existing(network) + "  # cidr: 10.42.0.0/16");
    edits.put(
        "\nnetwork:\n",
        """

        azure:
          privateDnsZone: %s
          clusterIdentity: %s
          capacityReservationGroups: {h100: %s}

        network:
        """
            .formatted(zone, identity, group));
    edits.put("        capacity: [spot, on-demand]", "        capacity: [reservation, on-demand]");
    RecordedStack resources = edited("dev-azure", edits);
    Recorded cluster = resources.one(CLUSTER);

    assertThat(resources.resources())
        .extracting(Recorded::type)
        .doesNotContain(
            "azure-native:network:VirtualNetwork",
            "azure-native:network/v20231101:Subnet",
            "azure-native:network/v20240101:FlowLog",
            "azure-native:network:PrivateDnsZoneGroup",
            "azure-native:compute:CapacityReservationGroup");
    assertThat(resources.outputs().get("networkId")).isEqualTo(network);
    assertThat(cluster.at("agentPoolProfiles[0].vnetSubnetID"))
        .isEqualTo(network + "/subnets/nodes");
    assertThat(cluster.at("networkProfile.outboundType")).isEqualTo("userDefinedRouting");
    assertThat(
            resources
                .one("azure-native:network:PrivateEndpoint", "vision-dev-vault")
                .at("subnet.id"))
        .isEqualTo(network + "/subnets/endpoints");
    assertThat(cluster.at("apiServerAccessProfile.privateDNSZone")).isEqualTo(zone);
    assertThat(cluster.at("identity.userAssignedIdentities")).isEqualTo(List.of(identity));
    assertThat(resources.one(ASSIGNMENT, "vision-dev-train-control-plane-subnet").at("principalId"))
        .isEqualTo(AcceptingAzure.principal("aks"));
    assertThat(
            resources.all(POOL).stream()
                .filter(each -> each.at("agentPoolName").equals("h100res"))
                .map(each -> each.at("capacityReservationGroupID")))
        .containsExactly(group);
    Recorded role = resources.one("azure-native:authorization:RoleDefinition");
    assertThat(role.at("permissions[0].actions").toString())
        .contains("Microsoft.Compute/capacityReservationGroups/deploy/action")
        .doesNotContain("*");
    assertThat(role.at("assignableScopes"))
        .isEqualTo(List.of(group.substring(0, group.indexOf("/providers/"))));
    assertThat(resources.one(ASSIGNMENT, role.name()).inputs())
        .containsEntry("scope", group)
        .containsEntry("roleDefinitionId", role.id());
  }

  private static String existing(String network) {
    return """
          existing:
            id: %1$s
            privateSubnets:
              - {id: %1$s/subnets/nodes, cidr: 10.60.0.0/17}
              - {id: %1$s/subnets/endpoints, cidr: 10.60.128.0/24, use: endpoints}
              - {id: %1$s/subnets/apps, cidr: 10.60.129.0/24, use: serverless}
        """
        .formatted(network);
  }

  private RecordedStack edited(String stack, Map<String, String> edits) {
    return Plans.realised(
        Plans.edited(
            folder,
            stack,
            file -> {
              String text = file;
              for (Map.Entry<String, String> edit : edits.entrySet()) {
                assertThat(text).contains(edit.getKey());
                text = text.replace(edit.getKey(), edit.getValue());
              }
              return text;
            }));
  }
}
