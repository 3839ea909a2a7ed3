package dev.mlestate.kubernetes;

import dev.mlestate.planning.NodePoolPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lets pods ask for a device.
 *
 * @param name of the DaemonSet
 * @param image with its version
 * @param environment of the container
 * @param hostPaths of the node that the container sees at the same path
 * @param privileged whether the plugin needs the node's devices themselves
 * @param patchesPods whether the plugin writes to pods and nodes through the API
 * @param config that the plugin reads
 * @param pools whose nodes have the device
 */
public record DevicePlugin(
    String name,
    String image,
    Map<String, String> environment,
    List<String> hostPaths,
    boolean privileged,
    boolean patchesPods,
    Optional<Config> config,
    List<NodePoolPlan> pools) {
  /**
   * A file of the container.
   *
   * @param folder in which the plugin looks
   * @param file its name there
   */
  public record Config(String folder, String file, String text) {}

  private static final String KUBELET_SOCKETS = "/var/lib/kubelet/device-plugins";

  /**
   * NVIDIA/k8s-device-plugin, deployments/static/nvidia-device-plugin.yml of v0.17.1, read
   * 2026-11-23. Pinned by version: neither it nor the sources of the two others give a digest.
   */
  private static final String NVIDIA_IMAGE = "nvcr.io/nvidia/k8s-device-plugin:v0.17.1";

  /** aws/eks-charts, stable/aws-efa-k8s-device-plugin, README: image.tag, read 2026-11-23. */
  private static final String EFA_IMAGE = "eks/aws-efa-k8s-device-plugin:v0.5.8";

  /**
   * awslabs/operator-for-ai-chips-on-aws, README's DeviceConfig: devicePluginImage, read
   * 2026-11-23.
   */
  private static final String NEURON_IMAGE = "public.ecr.aws/neuron/neuron-device-plugin:2.29.16.0";

  /**
   * Azure/aks-rdma-infiniband, configs/rdma-shared-device-plugin/rdma.yaml: version, the name of
   * the resource, how many pods share a node's interfaces, and NVIDIA's number among makers of PCI
   * devices, read 2026-11-24.
   */
  private static final String RDMA_IMAGE = "ghcr.io/mellanox/k8s-rdma-shared-dev-plugin:v1.5.2";

  private static final String RDMA_CONFIG =
      "{\"configList\": [{\"resourceName\": \"rdma_shared_device_a\", \"rdmaHcaMax\": 63,"
          + " \"selectors\": {\"vendors\": [\"15b3\"]}}]}";

  public DevicePlugin {
    environment = new TreeMap<>(environment);
    hostPaths = List.copyOf(hostPaths);
    pools = List.copyOf(pools);
  }

  /** GPUs, as nvidia.com/gpu. */
  public static DevicePlugin nvidia(List<NodePoolPlan> pools) {
    return new DevicePlugin(
        "nvidia-device-plugin",
        NVIDIA_IMAGE,
        Map.of("FAIL_ON_INIT_ERROR", "false"),
        List.of(KUBELET_SOCKETS),
        false,
        false,
        Optional.empty(),
        pools);
  }

  /**
   * EFA interfaces, as vpc.amazonaws.com/efa. Machines with Neuron devices need the plugin to be
   * privileged (aws/eks-charts, stable/aws-efa-k8s-device-plugin, README of v0.5.8,
   * privilegedSupportedInstanceLabels, read 2026-11-23); on others it is not.
   *
   * @param registry host of the region's EKS image registry
   */
  public static DevicePlugin efa(String registry, List<NodePoolPlan> pools) {
    return new DevicePlugin(
        "aws-efa-device-plugin",
        registry + "/" + EFA_IMAGE,
        Map.of(),
        List.of("/dev/infiniband", KUBELET_SOCKETS),
        pools.stream().anyMatch(DevicePlugin::hasNeuron),
        false,
        Optional.empty(),
        pools);
  }

  private static boolean hasNeuron(NodePoolPlan pool) {
    return pool.machine()
        .accelerator()
        .filter(type -> AcceleratorResource.of(type).equals(AcceleratorResource.NEURON))
        .isPresent();
  }

  /** Trainium and Inferentia, as aws.amazon.com/neuron. */
  public static DevicePlugin neuron(List<NodePoolPlan> pools) {
    return new DevicePlugin(
        "neuron-device-plugin",
        NEURON_IMAGE,
        Map.of("KUBECONFIG", "/etc/kubernetes/kubelet.conf"),
        List.of("/run", KUBELET_SOCKETS),
        true,
        true,
        Optional.empty(),
        pools);
  }

  /**
   * InfiniBand interfaces, as rdma/rdma_shared_device_a (Mellanox/k8s-rdma-shared-dev-plugin,
   * deployment/k8s/base/daemonset.yaml, read 2026-11-24). It shares what the nodes' driver offers;
   * the driver itself, DOCA-OFED, is the NVIDIA network operator's.
   */
  public static DevicePlugin rdma(List<NodePoolPlan> pools) {
    return new DevicePlugin(
        "rdma-shared-device-plugin",
        RDMA_IMAGE,
        Map.of(),
        List.of("/dev", KUBELET_SOCKETS, "/var/lib/kubelet/plugins_registry"),
        true,
        false,
        Optional.of(new Config("/k8s-rdma-shared-dev-plugin", "config.json", RDMA_CONFIG)),
        pools);
  }
}
