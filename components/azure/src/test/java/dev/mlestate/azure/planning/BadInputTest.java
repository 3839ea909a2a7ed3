package dev.mlestate.azure.planning;

import static dev.mlestate.azure.planning.Planned.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be planned on Azure: where, why and what to do instead, word for word. */
class BadInputTest {
  private static final String SYSTEM =
      "{name: system, cpu: {vcpus: 4, memoryGib: 16}, nodes: {min: 1, max: 3}}";

  private static final String GROUP =
      "/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers/";

  private static final String NETWORK = GROUP + "Microsoft.Network/virtualNetworks/hub";

  private static final String IDENTITY =
      GROUP + "Microsoft.ManagedIdentity/userAssignedIdentities/aks";

  private static final String EXISTING =
      "network: {existing: {id: NETWORK, privateSubnets: [".replace("NETWORK", NETWORK)
          + "{id: NETWORK/subnets/ml, cidr: 10.8.0.0/20},".replace("NETWORK", NETWORK)
          + "{id: NETWORK/subnets/pe, cidr: 10.8.16.0/26, use: endpoints}]}}"
              .replace("NETWORK", NETWORK);

  static Stream<Arguments> badInputs() {
    return Stream.of(
        bad(
            "a TPU",
            text(SYSTEM + ", {name: tpu, tpu: {type: v5e, topology: 2x2}}"),
            "clusters[0].nodePools[1].tpu: Azure has no TPU v5e 2x2; use accelerator: H100, A100, "
                + "A10G or T4; or cloud: gcp"),
        bad(
            "H100 in a region without it",
            text(SYSTEM + ", {name: h100, accelerator: {type: H100, perNode: 8}}")
                .replace("eastus", "brazilsouth"),
            "clusters[0].nodePools[1].accelerator.type: 8 × H100 (Standard_ND96isr_H100_v5) is not "
                + "offered in brazilsouth; use region eastus, westus2 or westus3 (residency.allowedRegions "
                + "must allow it); or in brazilsouth use 8 × A100 (Standard_ND96amsr_A100_v4), 8 × H200 "
                + "(Standard_ND96isr_H200_v5) or 4 × A100 (Standard_NC96ads_A100_v4)"),
        bad(
            "rdma on a machine without it",
            text(SYSTEM + ", {name: a100, accelerator: {type: A100, perNode: 1}, fabric: rdma}"),
            "clusters[0].nodePools[1].fabric: Standard_NC24ads_A100_v4 has no RDMA network; use "
                + "fabric: none, or a machine type that has one: Standard_ND96asr_v4, "
                + "Standard_ND96amsr_A100_v4 or Standard_ND96isr_H100_v5"),
        bad(
            "an accelerator that Azure does not have",
            text(SYSTEM + ", {name: l4, accelerator: {type: L4}}"),
            "clusters[0].nodePools[1].accelerator.type: no machine type of azure in the catalog has "
                + "L4; use H100, A100, A10G or T4"),
        bad(
            "queued machines",
            text(SYSTEM + ", {name: t4, accelerator: {type: T4}, capacity: [queued]}"),
            "clusters[0].nodePools[1].capacity[0]: Azure has no queued capacity; use reservation (a "
                + "capacity reservation group), spot or on-demand"),
        bad(
            "a reservation that is nowhere",
            text(SYSTEM + ", {name: t4, accelerator: {type: T4}, capacity: [reservation]}"),
            "clusters[0].nodePools[1].capacity: a reservation is wanted, but none is named; add "
                + "azure.capacityReservationGroups.t4: its resource id, or azure.reservedNodes.t4: nodes "
                + "to reserve, or remove reservation"),
        bad(
            "a group that is none",
            text(
                SYSTEM + ", {name: t4, accelerator: {type: T4}, capacity: [reservation]}",
                "azure: {capacityReservationGroups: {t4: my-group}}"),
            "azure.capacityReservationGroups.t4: \"my-group\" is not the resource id of a thing on "
                + "Azure; write it as /subscriptions/…/resourceGroups/…/providers/…"),
        bad(
            "a group that is a network",
            text(
                SYSTEM + ", {name: t4, accelerator: {type: T4}, capacity: [reservation]}",
                "azure: {capacityReservationGroups: {t4: " + NETWORK + "}}"),
            "azure.capacityReservationGroups.t4: "
                + "\"/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub\" "
                + "is not the resource id of a capacity reservation group; write it as "
                + "/subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/capacityReservationGroups/…"),
        bad(
            "a group of people without its object id",
            text(SYSTEM, "identity: {groups: {auditors: audit@example.com}}"),
            "identity.groups.auditors: Entra grants nothing to an address: it wants the object id of "
                + "auditors; add azure.groupObjectIds.auditors (az ad group show --query id)"),
        bad(
            "an object id that is none",
            text(
                SYSTEM,
                "identity: {groups: {auditors: audit@example.com}}",
                "azure: {groupObjectIds: {auditors: audit@example.com}}"),
            "azure.groupObjectIds.auditors: \"audit@example.com\" is not an object id; write it as "
                + "00000000-0000-0000-0000-000000000000"),
        bad(
            "an object id of no group",
            text(
                SYSTEM,
                "azure: {groupObjectIds: {auditors: 5b0f8a4e-1c8d-4f5e-9a3e-2f6d1c7b9e03}}"),
            "azure.groupObjectIds.auditors: identity.groups has no auditors; add it there, or remove "
                + "this"),
        bad(
            "a private DNS zone without the identity that may write it",
            text(
                SYSTEM,
                "azure: {privateDnsZone: "
                    + NETWORK.replace(
                        "virtualNetworks/hub", "privateDnsZones/privatelink.eastus.azmk8s.io")
                    + "}"),
            "azure.privateDnsZone: a cluster writes its address into the zone as it is made, and no "
                + "identity may do so; add azure.clusterIdentity: a user-assigned identity with Private "
                + "DNS Zone Contributor on the zone"),
        bad(
            "a private DNS zone of another region",
            text(
                SYSTEM,
                "azure: {clusterIdentity: "
                    + IDENTITY
                    + ", privateDnsZone: "
                    + NETWORK.replace(
                        "virtualNetworks/hub", "privateDnsZones/privatelink.westus2.azmk8s.io")
                    + "}"),
            "azure.privateDnsZone: "
                + "\"/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.westus2.azmk8s.io\" "
                + "is not the resource id of a private DNS zone of AKS in eastus; write it as "
                + "/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/privateDnsZones/privatelink.eastus.azmk8s.io"),
        bad(
            "storage accounts of one name",
            text(SYSTEM, "dataLake: {zones: [raw-a, rawa, features]}"),
            "dataLake.zones[1]: storage accounts have no hyphens in their names, so that one for "
                + "rawa is visionprodrawaecb8bb as is that of raw-a; choose a name that differs in more "
                + "than hyphens"),
        bad(
            "a zone whose account would be that of the workspaces",
            text(SYSTEM, "dataLake: {zones: [mlstore, features]}"),
            "dataLake.zones[0]: storage accounts have no hyphens in their names, so that one for "
                + "mlstore is visionprodmlstoreecb8bb as is that of every estate's ml-store; choose a name "
                + "that differs in more than hyphens"),
        bad(
            "a zone with too short a name",
            text(SYSTEM, "dataLake: {zones: [ml, features]}"),
            "dataLake.zones[0]: a file system on Azure has a name of 3 to 63 characters; choose a "
                + "longer name"),
        bad(
            "an estate with a reserved word",
            text(SYSTEM).replace("estate: vision", "estate: windows-ml"),
            "estate: Azure reserves microsoft, windows in names and login, xbox at their beginning, "
                + "and all begin with windows-ml; choose another name"),
        bad(
            "node pools of one name",
            text(
                SYSTEM
                    + ", {name: t4-a, accelerator: {type: T4}}, {name: t4a, accelerator: {type: T4}}"),
            "clusters[0].nodePools: t4a and t4-a would both be the node pool t4aod; rename one of "
                + "them: node pools of AKS have no hyphens"),
        bad(
            "no system pool",
            text(SYSTEM.replace("max: 3}", "max: 3}, capacity: [spot]")),
            "clusters[0].nodePools: AKS wants a system pool without accelerators and with on-demand "
                + "machines; give a pool cpu, and on-demand among its capacity"),
        bad(
            "a network too small for its nodes and pods",
            text(SYSTEM.replace("max: 3", "max: 40"), "network: {cidr: 10.40.0.0/22}"),
            "network.cidr: 10.40.0.0/22 is too small: 10.40.2.0/23 of train has 507 usable "
                + "addresses, the plan needs 1,279 (train/system 40 nodes and 1 in upgrades × 31, its API "
                + "8); use a block of /20, or lower clusters[0].nodePools[0].nodes.max"),
        bad(
            "a network smaller than any",
            text(SYSTEM, "network: {cidr: 10.40.0.0/23}"),
            "network.cidr: a network on Azure is /16 to /22, not /23; use /16: a network costs "
                + "nothing for its size"),
        bad(
            "a caller inside the network",
            text(SYSTEM).replace("{name: train,", "{name: train, access: {from: [10.40.7.0/24]},"),
            "clusters[0].access.from[0]: 10.40.7.0/24 lies in 10.40.0.0/16, whose addresses are all "
                + "given to nodes, pods and endpoints; remove it, for the network itself always reaches "
                + "its clusters, or choose another network.cidr"),
        bad(
            "an existing subnet too small for the pools' pods",
            text(SYSTEM, EXISTING.replace("10.8.0.0/20", "10.8.0.0/25")),
            "network.existing.privateSubnets[0].cidr: 10.8.0.0/25 has 123 usable addresses, the plan "
                + "needs 132 (train/system 3 nodes and 1 in upgrades × 31, its API 8); name a subnet of "
                + "/24 or wider, or lower clusters[0].nodePools[0].nodes.max"),
        bad(
            "an existing network without a subnet for serverless replicas",
            text(SYSTEM, EXISTING, "serving: [{name: a, kind: serverless}]"),
            "network.existing.privateSubnets: serverless replicas share a subnet with nothing, and "
                + "none is for them; add a subnet of /27 or wider that is delegated to "
                + "Microsoft.App/environments, with use: serverless"),
        bad(
            "existing subnets that overlap",
            text(SYSTEM, EXISTING.replace("10.8.16.0/26", "10.8.15.0/26")),
            "network.existing.privateSubnets[1].cidr: 10.8.15.0/26 overlaps 10.8.0.0/20 in "
                + "network.existing.privateSubnets[0]; keep the wider, or make them apart"),
        bad(
            "a subnet of another network, and a zone",
            text(SYSTEM, EXISTING.replace("hub/subnets/ml,", "spoke/subnets/ml, zone: eastus-1,")),
            "network.existing.privateSubnets[0].id: "
                + "\"/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/spoke/subnets/ml\" "
                + "is not the id of a subnet of the network; write it as "
                + "/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub/subnets/…",
            "network.existing.privateSubnets[0].zone: subnets of Azure span zones; remove it"),
        bad(
            "a key that is no URL",
            text(SYSTEM, "encryption: {existing: {data: my-key}}"),
            "encryption.existing.data: \"my-key\" is not the URL of a key in a key vault; write it as "
                + "https://….vault.azure.net/keys/…"),
        bad(
            "a serverless GPU that Container Apps lack",
            text(
                SYSTEM,
                "serving: [{name: a, kind: serverless, accelerator: {type: H100, perReplica: 2}}]"),
            "serving[0].accelerator.perReplica: a replica of a container app has one GPU, not 2; use "
                + "1, or kind: realtime",
            "serving[0].accelerator.type: Container Apps have no H100; use T4 or A100, or kind: "
                + "realtime"),
        bad(
            "a serverless replica too large",
            text(
                SYSTEM,
                "serving: [{name: a, kind: serverless, cpu: {memoryGib: 16}, replicas: {max: 2000}}]"),
            "serving[0].replicas.max: 2000 is out of range; use a whole number from 1 to 1000"),
        bad(
            "a serverless GPU replica larger than its profile",
            text(
                SYSTEM,
                "serving: [{name: a, kind: serverless, accelerator: {type: T4}, cpu: {vcpus: 16}}]"),
            "serving[0].cpu: Consumption-GPU-NC8as-T4 has 8 vCPUs and 56 GiB, not 16 and 4; use at "
                + "most 8 and 56, or kind: realtime"),
        bad(
            "knobs of another cloud",
            text(SYSTEM, "gcp: {reservedNodes: {system: 1}}"),
            "gcp: the environment is on azure, not on gcp; remove it"),
        bad(
            "logs for longer than Azure keeps them",
            text(
                SYSTEM,
                "monitoring: {logRetentionDays: 800}",
                "network: {flowLogs: {retentionDays: 400}}"),
            "monitoring.logRetentionDays: Log Analytics cannot keep logs for 800 days; use 30 to 730",
            "network.flowLogs.retentionDays: Network Watcher cannot keep logs for 400 days; use 1 to "
                + "365"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void isRefused(String what, String text, List<String> expected, @TempDir Path folder) {
    assertThat(Planned.problems(folder, text)).as(what).containsExactlyElementsOf(expected);
  }

  private static Arguments bad(String what, String text, String... expected) {
    return Arguments.of(what, text, List.of(expected));
  }
}
