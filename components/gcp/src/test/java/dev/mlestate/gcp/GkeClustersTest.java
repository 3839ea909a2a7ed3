package dev.mlestate.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.gcp.cluster.NodePool;
import dev.mlestate.gcp.testing.AcceptingGcp;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Environment;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.testkit.recorded.Recorded;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One estate for all, because each takes a program to run. */
@TestInstance(Lifecycle.PER_CLASS)
class GkeClustersTest {
  private static final String POOL = "gcp:container/nodePool:NodePool";

  private RecordedStack stack = new RecordedStack(List.of(), Map.of());

  @BeforeAll
  void bringUpOneOfEach(@TempDir Path folder) throws IOException {
    Environment environment =
        Plans.dev(
            folder,
            """

            identity:
              groups: {mlEngineers: mle@example.com, auditors: audit@example.com}
            gcp:
              reservedNodes: {l4: 2}
            """);
    NodePoolPlan[] pools = {
      Plans.system(),
      Plans.l4(CapacityOption.RESERVATION),
      Plans.h100(CapacityOption.SPOT, CapacityOption.QUEUED),
      Plans.pool(
              "gpu",
              Plans.machine("g2-standard-8"),
              2,
              4,
              Plans.options("gpu", CapacityOption.SPOT, CapacityOption.ON_DEMAND))
          .build(),
      Plans.pool(
              "kept",
              Plans.machine("a3-highgpu-8g"),
              0,
              2,
              Plans.options("kept", CapacityOption.RESERVATION))
          .zones("us-central1-a")
          .fabric(Plans.machine("a3-highgpu-8g").fabric())
          .reserved("h100-reserved")
          .build(),
      Plans.tpuHost(),
      Plans.tpuSlice("slice", CapacityOption.ON_DEMAND),
      Plans.tpuSlice("queue", CapacityOption.QUEUED)
    };
    stack =
        RecordedStack.of(
            new AcceptingGcp(),
            context -> new GcpEstate().realize(Plans.estate(environment, pools)));
  }

  @Test
  void theApiIsPrivateAndReachedFromNamedNetworks() {
    Recorded cluster = stack.one("gcp:container/cluster:Cluster");

    assertThat(cluster.at("privateClusterConfig"))
        .isEqualTo(
            Map.of(
                "enablePrivateNodes",
                true,
                "enablePrivateEndpoint",
                true,
                "masterIpv4CidrBlock",
                "10.42.5.0/28",
                "masterGlobalAccessConfig",
                Map.of("enabled", false)));
    assertThat(cluster.at("masterAuthorizedNetworksConfig.cidrBlocks"))
        .isEqualTo(List.of(Map.of("cidrBlock", "10.0.0.0/16", "displayName", "10.0.0.0-16")));
  }

  @Test
  void theClusterIsHardened() {
    Recorded cluster = stack.one("gcp:container/cluster:Cluster");

    assertThat(cluster.at("workloadIdentityConfig.workloadPool"))
        .isEqualTo("vision-dev-4821.svc.id.goog");
    assertThat(cluster.at("databaseEncryption"))
        .isEqualTo(Map.of("state", "ENCRYPTED", "keyName", "cryptoKey/vision-dev-secrets"));
    assertThat(cluster.at("enableShieldedNodes")).isEqualTo(true);
    assertThat(cluster.at("binaryAuthorization.evaluationMode"))
        .isEqualTo("PROJECT_SINGLETON_POLICY_ENFORCE");
    assertThat(cluster.at("datapathProvider")).isEqualTo("ADVANCED_DATAPATH");
    assertThat(cluster.at("enableIntranodeVisibility")).isEqualTo(true);
    assertThat(cluster.at("enableLegacyAbac")).isEqualTo(false);
    assertThat(cluster.at("masterAuth.clientCertificateConfig.issueClientCertificate"))
        .isEqualTo(false);
    assertThat(cluster.at("releaseChannel.channel")).isEqualTo("REGULAR");
    assertThat(cluster.at("minMasterVersion")).isEqualTo("1.35");
    assertThat(cluster.at("removeDefaultNodePool")).isEqualTo(true);
  }

  @Test
  void nodesActInTheNameOfAnAccountThatMayDoLittle() {
    String member = "serviceAccount:vision-dev-train-nodes@vision-dev-4821.iam.gserviceaccount.com";

    assertThat(pool("system-on-demand").at("nodeConfig.serviceAccount"))
        .isEqualTo("vision-dev-train-nodes@vision-dev-4821.iam.gserviceaccount.com");
    assertThat(stack.all("gcp:projects/iAMMember:IAMMember"))
        .filteredOn(grant -> grant.at("member").equals(member))
        .extracting(grant -> grant.at("role"))
        .containsExactlyInAnyOrder(
            "roles/artifactregistry.reader",
            "roles/logging.logWriter",
            "roles/monitoring.metricWriter",
            "roles/monitoring.viewer",
            "roles/stackdriver.resourceMetadata.writer");
  }

  @Test
  void everyNodeIsShieldedEncryptedAndWithoutAPublicAddress() {

    assertThat(stack.all(POOL))
        .hasSize(10)
        .allSatisfy(
            pool -> {
              assertThat(pool.at("networkConfig.enablePrivateNodes")).isEqualTo(true);
              assertThat(pool.at("nodeConfig.bootDiskKmsKey"))
                  .isEqualTo("cryptoKey/vision-dev-compute");
              assertThat(pool.at("nodeConfig.shieldedInstanceConfig"))
                  .isEqualTo(Map.of("enableIntegrityMonitoring", true, "enableSecureBoot", true));
              assertThat(pool.at("nodeConfig.workloadMetadataConfig.mode"))
                  .isEqualTo("GKE_METADATA");
              assertThat(pool.at("management.autoUpgrade")).isEqualTo(true);
            });
  }

  @Test
  void anOrdinaryPoolGrowsOverAllZones() {
    Recorded pool = pool("system-on-demand");

    assertThat(pool.at("autoscaling"))
        .isEqualTo(
            Map.of(
                "locationPolicy", "BALANCED", "totalMinNodeCount", 1.0, "totalMaxNodeCount", 3.0));
    assertThat(pool.at("nodeLocations")).isEqualTo(List.of("us-central1-a", "us-central1-b"));
    assertThat(pool.at("maxPodsPerNode")).isEqualTo(110.0);
  }

  @Test
  void spotGpusComeFromWhateverZoneHasThem() {
    Recorded pool = pool("gpu-spot");

    assertThat(pool.at("nodeConfig.spot")).isEqualTo(true);
    assertThat(pool.at("autoscaling.locationPolicy")).isEqualTo("ANY");
    assertThat(pool.at("nodeConfig.guestAccelerators"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type",
                    "nvidia-l4",
                    "count",
                    1.0,
                    "gpuDriverInstallationConfig",
                    Map.of("gpuDriverVersion", "DEFAULT"))));
    assertThat(pool.at("upgradeSettings.maxSurge")).isEqualTo(0.0);
  }

  @Test
  void machinesOfAFabricSitTogetherWithAnInterfaceInEachNetwork() {
    Recorded pool = pool("h100-spot");

    assertThat(pool.at("placementPolicy")).isEqualTo(Map.of("type", "COMPACT"));
    assertThat(pool.at("networkConfig.additionalNodeNetworkConfigs"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(4)
        .contains(Map.of("network", "vision-dev-fabric-1", "subnetwork", "vision-dev-fabric-1"));
    assertThat(pool.at("nodeConfig.ephemeralStorageLocalSsdConfig.localSsdCount")).isEqualTo(16.0);
    assertThat(pool.at("nodeConfig.gvnic.enabled")).isEqualTo(true);
  }

  @Test
  void theMinimumStandsOnTheFirstOption() {
    assertThat(pool("gpu-spot").at("autoscaling.totalMinNodeCount")).isEqualTo(2.0);
    assertThat(pool("gpu-on-demand").at("autoscaling.totalMinNodeCount")).isEqualTo(0.0);
    assertThat(pool("gpu-on-demand").at("autoscaling.totalMaxNodeCount")).isEqualTo(4.0);
  }

  @Test
  void aReservationIsNamedAndHasItsOwnPlacement() {
    Recorded pool = pool("kept-reservation");

    assertThat(pool.at("nodeConfig.reservationAffinity"))
        .isEqualTo(
            Map.of(
                "consumeReservationType", "SPECIFIC_RESERVATION",
                "key", "compute.googleapis.com/reservation-name",
                "values", List.of("h100-reserved")));
    assertThat(pool.has("placementPolicy")).isFalse();
  }

  @Test
  void aSliceOfSeveralHostsHasThemAllAndScalesNot() {
    Recorded pool = pool("slice-on-demand");

    assertThat(pool.at("nodeCount")).isEqualTo(4.0);
    assertThat(pool.has("autoscaling")).isFalse();
    assertThat(pool.at("placementPolicy"))
        .isEqualTo(Map.of("type", "COMPACT", "tpuTopology", "2x2x4"));
    assertThat(pool.at("nodeConfig.machineType")).isEqualTo("ct5p-hightpu-4t");
  }

  @Test
  void aSliceOfOneHostScalesAndNeedsNoTopology() {
    Recorded pool = pool("tpu-spot");

    assertThat(pool.has("placementPolicy")).isFalse();
    assertThat(pool.at("autoscaling.totalMaxNodeCount")).isEqualTo(1.0);
  }

  @Test
  void queuedNodesRunOnTheProviderThatKnowsThem() {
    Recorded pool = pool("h100-queued");

    assertThat(pool.at("queuedProvisioning")).isEqualTo(Map.of("enabled", true));
    assertThat(pool.provider()).contains("::vision-dev-7-3-0::");
    assertThat(pool.at("management.autoRepair")).isEqualTo(false);
    assertThat(pool.at("nodeConfig.reservationAffinity"))
        .isEqualTo(Map.of("consumeReservationType", "NO_RESERVATION"));
    assertThat(pool.at("autoscaling.totalMinNodeCount")).isEqualTo(0.0);
  }

  @Test
  void aQueuedSliceComesWholeOrNotAtAll() {
    Recorded pool = pool("queue-queued");

    assertThat(pool.has("nodeCount")).isFalse();
    assertThat(pool.at("autoscaling"))
        .isEqualTo(Map.of("locationPolicy", "ANY", "minNodeCount", 0.0, "maxNodeCount", 4.0));
  }

  @Test
  void whatIsReservedForAPoolIsUsedByItAlone() {
    Recorded reservation = stack.one("gcp:compute/reservation:Reservation");

    assertThat(reservation.at("specificReservationRequired")).isEqualTo(true);
    assertThat(reservation.at("specificReservation"))
        .isEqualTo(
            Map.of("count", 2.0, "instanceProperties", Map.of("machineType", "g2-standard-8")));
    assertThat(reservation.at("zone")).isEqualTo("us-central1-a");
    assertThat(pool("l4-reservation").at("nodeConfig.reservationAffinity.values"))
        .isEqualTo(List.of("vision-dev-train-l4"));
  }

  @Test
  void groupsWorkInTheNamespacesOfTeams() {
    assertThat(stack.names("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"))
        .containsExactly(
            "vision-dev-train-ads-mlEngineers",
            "vision-dev-train-ml-mlEngineers",
            "vision-dev-train-research-mlEngineers");
    Recorded auditors = stack.one("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding");
    assertThat(auditors.at("roleRef.name")).isEqualTo("view");
    assertThat(auditors.at("subjects[0].name")).isEqualTo("audit@example.com");
    assertThat(
            stack
                .one("gcp:container/cluster:Cluster")
                .at("authenticatorGroupsConfig.securityGroup"))
        .isEqualTo("gke-security-groups@example.com");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(
            () ->
                RecordedStack.of(
                    new AcceptingGcp(), () -> NodePool.builder("x").plan(Plans.system()).build()))
        .hasStackTraceContaining(".cluster(…) is required before build()");
  }

  private Recorded pool(String name) {
    return stack.one(POOL, "vision-dev-train-" + name);
  }
}
