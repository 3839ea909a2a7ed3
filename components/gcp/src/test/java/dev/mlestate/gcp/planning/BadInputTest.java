package dev.mlestate.gcp.planning;

import static dev.mlestate.gcp.planning.Planned.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be planned on Google Cloud: where, why and what to do instead, word for word. */
class BadInputTest {
  private static final String SYSTEM =
      "{name: system, cpu: {vcpus: 4, memoryGib: 16}, nodes: {min: 1, max: 3}}";

  private static final String EXISTING =
      "network: {existing: {id: projects/hub/global/networks/hub, privateSubnets: ["
          + "{id: projects/hub/regions/us-central1/subnetworks/ml, cidr: 10.8.0.0/20}]}}";

  private static final String RANGES =
      "gcp: {secondaryRanges: {train: {pods: ml-pods, services: ml-services}}}";

  static Stream<Arguments> badInputs() {
    return Stream.of(
        bad(
            "a topology that no machine type forms",
            text(SYSTEM + ", {name: tpu, tpu: {type: v5p, topology: 3x3x3}}"),
            "clusters[0].nodePools[1].tpu.topology: no machine type forms a slice 3x3x3 of v5p; use "
                + "2x4x4 (32 chips), 2x2x4 (16 chips) or 2x2x2 (8 chips)"),
        bad(
            "a topology with its sizes in another order",
            text(SYSTEM + ", {name: tpu, tpu: {type: v5e, topology: 4x2}}"),
            "clusters[0].nodePools[1].tpu.topology: no machine type forms a slice 4x2 of v5e; use "
                + "2x4 (8 chips), 2x2 (4 chips) or 1x1 (1 chip)"),
        bad(
            "a slice of several hosts that scales",
            text(
                SYSTEM + ", {name: tpu, tpu: {type: v5e, topology: 4x4}, nodes: {min: 0, max: 8}}"),
            "clusters[0].nodePools[1].nodes: a slice 4x4 is 4 nodes, all or none: it cannot scale "
                + "from 0 to 8; leave nodes out, or use {min: 4, max: 4}"),
        bad(
            "a slice of several hosts in two ways",
            text(
                SYSTEM
                    + ", {name: tpu, tpu: {type: v5p, topology: 2x2x2}, capacity: [spot, on-demand]}"),
            "clusters[0].nodePools[1].capacity: a slice of 2 nodes does not scale, so that none of "
                + "its ways is tried after another; use one of spot, on-demand"),
        bad(
            "a generation that the region lacks",
            text(SYSTEM + ", {name: tpu, tpu: {type: v5p, topology: 2x2x2}}")
                .replace("us-central1", "us-west2"),
            "clusters[0].nodePools[1].tpu.type: TPU v5p is not offered in us-west2; use region "
                + "us-central1 or us-east5 (residency.allowedRegions must allow it); or in us-west2 use "
                + "accelerator: T4"),
        bad(
            "a slice with rdma",
            text(SYSTEM + ", {name: tpu, tpu: {type: v5e, topology: 2x2}, fabric: rdma}"),
            "clusters[0].nodePools[1].fabric: the chips of a slice have a network of their own, and "
                + "its machines have no other; remove fabric"),
        bad(
            "H100 in a region without it",
            text(SYSTEM + ", {name: h100, accelerator: {type: H100, perNode: 8}}")
                .replace("us-central1", "us-west2"),
            "clusters[0].nodePools[1].accelerator.type: 8 × H100 (a3-highgpu-8g and a3-megagpu-8g) "
                + "is not offered in us-west2; use region us-central1, us-east4 or us-east5 "
                + "(residency.allowedRegions must allow it); or in us-west2 use 4 × T4 "
                + "(n1-standard-16+4xT4), 1 × T4 (n1-standard-16+1xT4) or 1 × T4 (n1-standard-8+1xT4)"),
        bad(
            "an accelerator that Google does not have",
            text(SYSTEM + ", {name: trn, accelerator: {type: Trainium}}"),
            "clusters[0].nodePools[1].accelerator.type: no machine type of gcp in the catalog has "
                + "Trainium; use H100, H200, A100, L4 or T4"),
        bad(
            "rdma on a machine without it",
            text(SYSTEM + ", {name: h100, accelerator: {type: H100, perNode: 1}, fabric: rdma}"),
            "clusters[0].nodePools[1].fabric: a3-highgpu-1g has no RDMA network; use fabric: none, "
                + "or a machine type that has one: a3-highgpu-8g, a3-megagpu-8g or a3-ultragpu-8g"),
        bad(
            "queued machines without accelerators",
            text(SYSTEM.replace("max: 3}", "max: 3}, capacity: [queued, on-demand]")),
            "clusters[0].nodePools[0].capacity[0]: GKE queues machines with accelerators or TPUs "
                + "alone; use on-demand or spot"),
        bad(
            "a reservation that is nowhere",
            text(SYSTEM + ", {name: l4, accelerator: {type: L4}, capacity: [reservation]}"),
            "clusters[0].nodePools[1].capacity: a reservation is wanted, but none is named; add "
                + "gcp.reservations.l4: its name, or gcp.reservedNodes.l4: nodes to reserve, or remove "
                + "reservation"),
        bad(
            "a reservation that is named and made",
            text(
                SYSTEM + ", {name: l4, accelerator: {type: L4}, capacity: [reservation]}",
                "gcp: {reservations: {l4: prod-l4}, reservedNodes: {l4: 2}}"),
            "gcp.reservedNodes.l4: l4 has a reservation already, by gcp.reservations.l4; remove one "
                + "of the two"),
        bad(
            "more reserved nodes than the pool has",
            text(
                SYSTEM
                    + ", {name: l4, accelerator: {type: L4}, nodes: {max: 2}, capacity: [reservation]}",
                "gcp: {reservedNodes: {l4: 3}}"),
            "gcp.reservedNodes.l4: 3 nodes are reserved for a pool of at most 2; use at most 2, or "
                + "raise nodes.max"),
        bad(
            "a reservation of no pool",
            text(SYSTEM + ", {name: l4, accelerator: {type: L4}}", "gcp: {reservedNodes: {l5: 3}}"),
            "gcp.reservedNodes.l5: there is no node pool l5; did you mean l4?"),
        bad(
            "a name that Compute Engine refuses",
            text(SYSTEM, "gcp: {reservations: {system: Prod_1}}"),
            "gcp.reservations.system: \"Prod_1\" is not a name of Compute Engine; use lower-case "
                + "letters, digits and hyphens, with a letter first, such as prod-h100"),
        bad(
            "a reservation longer than 63 characters",
            text(
                SYSTEM + ", {name: l4, accelerator: {type: L4}, capacity: [reservation]}",
                "gcp: {reservations: {l4: " + "a".repeat(64) + "}}"),
            "gcp.reservations.l4: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" "
                + "has 64 characters; use at most 63, so that the names made from it fit"),
        bad(
            "an estate in capitals and too long",
            text(SYSTEM).replace("estate: vision", "estate: VisionOfTheFuture1"),
            "estate: \"VisionOfTheFuture1\" has 18 characters; use at most 16, so that the names made "
                + "from it fit"),
        bad(
            "an estate that buckets must not name",
            text(SYSTEM).replace("estate: vision", "estate: google-vision"),
            "estate: the name of a bucket must not begin with goog or contain google, and all begin "
                + "with google-vision; choose another name"),
        bad(
            "knobs of another cloud",
            text(SYSTEM, "azure: {reservedNodes: {system: 1}}"),
            "azure: the environment is on gcp, not on azure; remove it"),
        bad(
            "a network too small for its pods",
            text(SYSTEM.replace("max: 3", "max: 40"), "network: {cidr: 10.40.0.0/18}"),
            "network.cidr: 10.40.0.0/18 is too small: 10.40.32.0/19 of the pods of train has 8,192 "
                + "addresses, the plan needs 10,496 (train/system 40 nodes and 1 in upgrades); use a block "
                + "of /17, or lower clusters[0].nodePools[0].nodes.max"),
        bad(
            "a network smaller than any",
            text(SYSTEM, "network: {cidr: 10.40.0.0/22}"),
            "network.cidr: a network on GCP is /16 to /19, because the pods of one node take 256 "
                + "addresses, not /22; use /16: a network costs nothing for its size"),
        bad(
            "a caller inside the network",
            text(SYSTEM).replace("{name: train,", "{name: train, access: {from: [10.40.7.0/24]},"),
            "clusters[0].access.from[0]: 10.40.7.0/24 lies in 10.40.0.0/16, whose addresses are all "
                + "given to nodes, pods and endpoints; remove it, for the network itself always reaches "
                + "its clusters, or choose another network.cidr"),
        bad(
            "a fourth cluster",
            text(SYSTEM) + cluster("a") + cluster("b") + cluster("c"),
            "clusters[3]: a network on GCP has room for 3 clusters; make another environment for it"),
        bad(
            "secondary ranges without an existing network",
            text(SYSTEM, "gcp: {secondaryRanges: {train: {pods: p, services: s}}}"),
            "gcp.secondaryRanges: a network that is made here gets its own ranges; remove it, or "
                + "name network.existing"),
        bad(
            "an existing network without ranges",
            text(SYSTEM, EXISTING),
            "clusters[0].name: nothing says which ranges of the existing network have the addresses "
                + "of train; add gcp.secondaryRanges.train: {pods: …, services: …}"),
        bad(
            "secondary ranges that overlap",
            text(SYSTEM, EXISTING, "gcp: {secondaryRanges: {train: {pods: ml, services: ml}}}"),
            "gcp.secondaryRanges.train.services: the range ml overlaps that of "
                + "gcp.secondaryRanges.train.pods: it is the same; name another range of the subnet"),
        bad(
            "secondary ranges of no cluster",
            text(
                SYSTEM,
                EXISTING,
                RANGES.replace("train:", "trian: {pods: x, services: y}, train:")),
            "gcp.secondaryRanges.trian: there is no cluster trian; did you mean train?"),
        bad(
            "an existing subnet too small for its nodes",
            text(
                SYSTEM.replace("max: 3", "max: 64"),
                EXISTING.replace("10.8.0.0/20", "10.8.0.0/27"),
                RANGES),
            "network.existing.privateSubnets[0].cidr: 10.8.0.0/27 has 28 usable addresses, the plan "
                + "needs 81 (train/system 64 nodes and 1 in upgrades, endpoints 16); widen the subnet, or "
                + "lower clusters[0].nodePools[0].nodes.max"),
        bad(
            "ids and a zone that are AWS's",
            text(
                SYSTEM,
                EXISTING
                    .replace("projects/hub/global/networks/hub", "vpc-0123456789abcdef0")
                    .replace("cidr:", "zone: us-central1-a, cidr:"),
                RANGES),
            "network.existing.id: \"vpc-0123456789abcdef0\" is not the id of a VPC network; write it "
                + "as projects/vision-prod-4821/global/networks/…",
            "network.existing.privateSubnets[0].zone: subnets of GCP span zones; remove it"),
        bad(
            "a key of another region",
            text(
                SYSTEM,
                "encryption: {existing: {data: projects/p/locations/us-east1/keyRings/r/cryptoKeys/k}}"),
            "encryption.existing.data: \"projects/p/locations/us-east1/keyRings/r/cryptoKeys/k\" is "
                + "not the id of a crypto key in us-central1; write it as "
                + "projects/…/locations/us-central1/keyRings/…/cryptoKeys/…"),
        bad(
            "a serverless GPU that Cloud Run lacks",
            text(
                SYSTEM,
                "serving: [{name: a, kind: serverless, accelerator: {type: H100, perReplica: 2}}]"),
            "serving[0].accelerator.type: Cloud Run has no H100; use L4, or kind: realtime",
            "serving[0].accelerator.perReplica: an instance of Cloud Run has one GPU, not 2; use 1, "
                + "or kind: realtime"),
        bad(
            "a serverless replica too large",
            text(
                SYSTEM,
                "serving: [{name: a, kind: serverless, cpu: {memoryGib: 64}, replicas: {max: 2000}}]"),
            "serving[0].replicas.max: 2000 is out of range; use a whole number from 1 to 1000"),
        bad(
            "a region outside residency",
            text(SYSTEM, "residency: {allowedRegions: [us-east5]}"),
            "region: us-central1 is not one of residency.allowedRegions; use one of us-east5, or "
                + "allow it"),
        bad(
            "logs for longer than a bucket keeps them",
            text(SYSTEM, "monitoring: {logRetentionDays: 3653}"),
            "monitoring.logRetentionDays: Cloud Logging cannot keep logs for 3653 days; use 1 to 3650"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badInputs")
  void isRefused(String what, String text, List<String> expected, @TempDir Path folder) {
    assertThat(Planned.problems(folder, text)).as(what).containsExactlyElementsOf(expected);
  }

  private static Arguments bad(String what, String text, String... expected) {
    return Arguments.of(what, text, List.of(expected));
  }

  private static String cluster(String name) {
    return "  - {name: " + name + "}\n";
  }
}
