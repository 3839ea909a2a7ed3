package dev.mlestate.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GpuSupportTest {
  private static final String POD = "spec.template.spec.";

  @Test
  void nvidiaRunsOnGpuNodesAloneAndToleratesTheirTaints() {
    Registered plugin =
        Registered.one(
            with(DevicePlugin.nvidia(List.of(Pools.h100(4)))), "DaemonSet", "nvidia-device-plugin");

    assertThat(
            plugin.at(
                POD
                    + "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution"
                    + ".nodeSelectorTerms"))
        .isEqualTo(
            List.of(
                Map.of(
                    "matchExpressions",
                    List.of(
                        Map.of(
                            "key", "mlestate.dev/pool",
                            "operator", "In",
                            "values", List.of("h100"))))));
    assertThat(plugin.at(POD + "tolerations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "key", "accelerator",
                    "operator", "Equal",
                    "value", "present",
                    "effect", "NoSchedule")));
    assertThat(plugin.at(POD + "containers.0.image"))
        .isEqualTo("nvcr.io/nvidia/k8s-device-plugin:v0.17.1");
    assertThat(plugin.at(POD + "containers.0.securityContext"))
        .isEqualTo(
            Map.of(
                "allowPrivilegeEscalation", false, "capabilities", Map.of("drop", List.of("ALL"))));
  }

  @Test
  void theMaximumOfAPoolChangesNoPlugin() {
    assertThat(with(DevicePlugin.nvidia(List.of(Pools.h100(4)))))
        .isEqualTo(with(DevicePlugin.nvidia(List.of(Pools.h100(9)))));
  }

  @Test
  void efaComesFromTheRegionsRegistry() {
    Registered plugin =
        Registered.one(
            with(DevicePlugin.efa("registry.example", List.of(Pools.h100(4)))),
            "DaemonSet",
            "aws-efa-device-plugin");

    assertThat(plugin.at(POD + "containers.0.image"))
        .isEqualTo("registry.example/eks/aws-efa-k8s-device-plugin:v0.5.8");
    assertThat(plugin.at(POD + "containers.0.volumeMounts.0.mountPath"))
        .isEqualTo("/dev/infiniband");
  }

  @Test
  void efaIsPrivilegedWhereMachinesHaveNeuronDevicesAlone() {
    assertThat(DevicePlugin.efa("registry.example", List.of(Pools.h100(4))).privileged()).isFalse();
    assertThat(
            DevicePlugin.efa("registry.example", List.of(Pools.h100(4), Pools.trainium()))
                .privileged())
        .isTrue();
  }

  @Test
  void neuronMayWriteToPodsAndNodes() {
    List<Registered> all = with(DevicePlugin.neuron(List.of(Pools.trainium())));

    assertThat(
            Registered.one(all, "DaemonSet", "neuron-device-plugin").at(POD + "serviceAccountName"))
        .isEqualTo("neuron-device-plugin");
    assertThat(Registered.one(all, "ClusterRole", "neuron-device-plugin").at("rules.3"))
        .isEqualTo(
            Map.of(
                "apiGroups", List.of(""),
                "resources", List.of("nodes/status"),
                "verbs", List.of("patch", "update")));
  }

  @Test
  void rdmaReadsWhatItSharesFromAFile() {
    List<Registered> all = with(DevicePlugin.rdma(List.of(Pools.h100(4))));

    assertThat(Registered.one(all, "ConfigMap", "rdma-shared-device-plugin").at("data").toString())
        .contains("config.json", "rdma_shared_device_a", "15b3");
    Registered plugin = Registered.one(all, "DaemonSet", "rdma-shared-device-plugin");
    assertThat(plugin.at(POD + "volumes.3.configMap.name")).isEqualTo("rdma-shared-device-plugin");
    assertThat(plugin.at(POD + "containers.0.volumeMounts.3"))
        .isEqualTo(
            Map.of("mountPath", "/k8s-rdma-shared-dev-plugin", "name", "config", "readOnly", true));
  }

  @Test
  void aPluginWithoutPoolsIsLeftOut() {
    assertThat(with(DevicePlugin.nvidia(List.of())))
        .extracting(Registered::type)
        .doesNotContain("kubernetes:apps/v1:DaemonSet");
  }

  private static List<Registered> with(DevicePlugin plugin) {
    return Registered.by(() -> GpuSupport.builder("train").plugins(List.of(plugin)).build());
  }
}
