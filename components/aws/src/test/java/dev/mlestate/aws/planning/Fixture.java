package dev.mlestate.aws.planning;

import dev.mlestate.model.Accelerator;
import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Access;
import dev.mlestate.model.Audit;
import dev.mlestate.model.AwsKnobs;
import dev.mlestate.model.AzureKnobs;
import dev.mlestate.model.Budget;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Capture;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Cluster;
import dev.mlestate.model.CompliancePack;
import dev.mlestate.model.Cpu;
import dev.mlestate.model.DataClassification;
import dev.mlestate.model.DataLake;
import dev.mlestate.model.Egress;
import dev.mlestate.model.Encryption;
import dev.mlestate.model.Environment;
import dev.mlestate.model.ExistingNetwork;
import dev.mlestate.model.ExistingSubnet;
import dev.mlestate.model.Fabric;
import dev.mlestate.model.FlowLogs;
import dev.mlestate.model.GcpKnobs;
import dev.mlestate.model.Identity;
import dev.mlestate.model.KeyManagement;
import dev.mlestate.model.Monitoring;
import dev.mlestate.model.Network;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Nodes;
import dev.mlestate.model.Organisation;
import dev.mlestate.model.PolicyParameters;
import dev.mlestate.model.Registry;
import dev.mlestate.model.Replicas;
import dev.mlestate.model.Residency;
import dev.mlestate.model.Serving;
import dev.mlestate.model.ServingAccelerator;
import dev.mlestate.model.ServingKind;
import dev.mlestate.model.Stage;
import dev.mlestate.model.StageLimits;
import dev.mlestate.model.SubnetUse;
import dev.mlestate.model.Team;
import dev.mlestate.model.Tpu;
import dev.mlestate.model.TpuGeneration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds environments for tests. */
final class Fixture {
  Stage stage = Stage.PROD;
  String region = "us-east-1";
  List<String> allowedRegions = List.of();
  String cidr = "10.40.0.0/16";
  int zones = 3;
  Egress egress = Egress.NAT;
  boolean privateEndpoints = true;
  Optional<ExistingNetwork> existing = Optional.empty();
  Optional<String> version = Optional.empty();
  List<String> access = List.of("10.0.0.0/8");
  List<NodePool> pools = new ArrayList<>();
  List<Serving> serving = new ArrayList<>();
  Map<String, String> reservations = Map.of();
  List<String> machineTypes = List.of("*");

  static Fixture of(NodePool... pools) {
    Fixture fixture = new Fixture();
    fixture.pools.addAll(Arrays.asList(pools));
    return fixture;
  }

  Fixture existing(ExistingSubnet... subnets) {
    existing = Optional.of(new ExistingNetwork("vpc-0a1b2c3d", Arrays.asList(subnets)));
    return this;
  }

  static ExistingSubnet subnet(String id, String zone, String cidr) {
    return new ExistingSubnet(id, Optional.of(zone), cidr, SubnetUse.NODES);
  }

  static NodePool cpu(String name, int vcpus, double memory, int min, int max) {
    return new NodePool(
        name,
        Optional.empty(),
        Optional.of(new Cpu(vcpus, memory)),
        Optional.empty(),
        Optional.empty(),
        new Nodes(min, max),
        Fabric.NONE,
        List.of(CapacityOption.ON_DEMAND));
  }

  static NodePool gpu(
      String name,
      AcceleratorType type,
      int perNode,
      int max,
      Fabric fabric,
      CapacityOption... capacity) {
    return new NodePool(
        name,
        Optional.of("research"),
        Optional.empty(),
        Optional.of(new Accelerator(type, perNode)),
        Optional.empty(),
        new Nodes(0, max),
        fabric,
        Arrays.asList(capacity));
  }

  static NodePool tpu(String name) {
    return new NodePool(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Tpu(TpuGeneration.V5E, "4x4")),
        new Nodes(0, 4),
        Fabric.NONE,
        List.of(CapacityOption.SPOT));
  }

  static Serving realtime(String name, Optional<ServingAccelerator> accelerator, int max) {
    return new Serving(
        name,
        Optional.of("ads"),
        ServingKind.REALTIME,
        name,
        1,
        accelerator,
        new Cpu(2, 8),
        new Replicas(1, max),
        new Capture(20));
  }

  static Serving serverless(String name, double memoryGib, int max, int capture) {
    return new Serving(
        name,
        Optional.empty(),
        ServingKind.SERVERLESS,
        name,
        1,
        Optional.empty(),
        new Cpu(1, memoryGib),
        new Replicas(0, max),
        new Capture(capture));
  }

  Environment environment() {
    return new Environment(
        "vision",
        stage,
        Cloud.AWS,
        "111122223333",
        region,
        "ml-platform@example.com",
        "ml-1234",
        List.of(
            new Team("research", "ml-2001", Optional.of(9000)),
            new Team("ads", "ml-2002", Optional.empty())),
        DataClassification.CONFIDENTIAL,
        List.of(CompliancePack.SOC2),
        new Residency(allowedRegions),
        new Network(cidr, zones, egress, privateEndpoints, new FlowLogs(365), existing),
        new Encryption(KeyManagement.CUSTOMER_MANAGED, 90, 30, Map.of()),
        new Identity(Map.of()),
        new DataLake(List.of("raw", "curated", "features"), true, 400),
        Optional.empty(),
        pools.isEmpty()
            ? List.of()
            : List.of(new Cluster("train", version, new Access(access), pools)),
        serving,
        new Registry(List.of(), List.of(), true),
        new Monitoring("ml-platform@example.com", 365),
        new Audit(2555, true),
        new Budget(120000, List.of(50, 80), 2000, Optional.empty()),
        Map.of(),
        new PolicyParameters(Optional.empty()),
        new AwsKnobs(reservations),
        new GcpKnobs(Map.of(), Map.of(), Map.of()),
        new AzureKnobs(
            Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  Organisation organisation() {
    return new Organisation(
        "example",
        List.of("owner"),
        Map.of(
            stage,
            new StageLimits(
                Map.of(),
                Map.of(),
                Map.of(Cloud.AWS, machineTypes),
                64,
                128,
                100000,
                500000,
                List.of())));
  }
}
