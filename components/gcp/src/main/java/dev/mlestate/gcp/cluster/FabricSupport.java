package dev.mlestate.gcp.cluster;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.apps.v1.DaemonSet;
import com.pulumi.kubernetes.apps.v1.DaemonSetArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DaemonSetSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DaemonSetUpdateStrategyArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.HostPathVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TolerationArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.mlestate.gcp.network.FabricNetwork;
import dev.mlestate.kubernetes.AcceleratorResource;
import dev.mlestate.kubernetes.PoolPods;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lets pods use the networks between accelerators: an object for each network, and on machines
 * with GPUDirect-TCPX the NCCL plug-in that drives it, which GKE does not install. Other fabrics
 * bring their plug-in with the job.
 */
public final class FabricSupport extends EstateComponent {
  private static final String TCPX = "GPUDirect-TCPX";
  private static final String PLUGIN = "nccl-tcpx-installer";
  private static final String NAME_LABEL = "app.kubernetes.io/name";

  /**
   * GoogleCloudPlatform/container-engine-accelerators,
   * gpudirect-tcpx/nccl-tcpx-installer.yaml@0d68f9d9, read 2026-11-24: the image, what it is called
   * with, and where it puts the libraries on a node.
   */
  private static final String PLUGIN_IMAGE =
      "us-docker.pkg.dev/gce-ai-infra/gpudirect-tcpx/nccl-plugin-gpudirecttcpx-dev:v3.1.8";

  private static final String INSTALL =
      "/scripts/container_entry.sh install --install-nccl"
          + " && mkdir -p /usr/local/nvidia/lib64"
          + " && cp -r /var/lib/tcpx/lib64/. /usr/local/nvidia/lib64";

  private static final String PAUSE_IMAGE = "gke.gcr.io/pause:3.8";

  private final Provider kubernetes;
  private @Nullable DaemonSet plugin;

  private FabricSupport(Builder builder) {
    super("mlestate:gcp:FabricSupport", builder);
    kubernetes = ComponentBuilder.required(builder.kubernetes, "kubernetes");
    builder.networks.forEach(this::announce);
    List<NodePoolPlan> tcpx =
        builder.pools.stream()
            .filter(pool -> pool.fabric().map(offer -> offer.name().equals(TCPX)).orElse(false))
            .toList();
    if (!tcpx.isEmpty()) {
      plugin = install(tcpx);
    }
    complete(
        Map.of("networks", Output.of(builder.networks.stream().map(FabricNetwork::name).toList())));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private void announce(FabricNetwork network) {
    GkeNetworkObject parameters =
        GkeNetworkObject.parameters(
            child(network.name() + "-parameters"), network, kubernetes, parented());
    GkeNetworkObject.network(child(network.name()), network, kubernetes, parentedAfter(parameters));
  }

  private DaemonSet install(List<NodePoolPlan> pools) {
    Map<String, String> labels = Map.of(NAME_LABEL, PLUGIN);
    return new DaemonSet(
        child(PLUGIN),
        DaemonSetArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(PLUGIN)
                    .namespace("kube-system")
                    .labels(labels)
                    .build())
            .spec(
                DaemonSetSpecArgs.builder()
                    .selector(LabelSelectorArgs.builder().matchLabels(labels).build())
                    .updateStrategy(
                        DaemonSetUpdateStrategyArgs.builder().type("RollingUpdate").build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(ObjectMetaArgs.builder().labels(labels).build())
                            .spec(pod(pools))
                            .build())
                    .build())
            .build(),
        parented());
  }

  private static PodSpecArgs pod(List<NodePoolPlan> pools) {
    return PodSpecArgs.builder()
        .priorityClassName("system-node-critical")
        .automountServiceAccountToken(false)
        .affinity(PoolPods.on(pools))
        .tolerations(tolerations(pools))
        .volumes(volume("var-lib", "/var/lib"), volume("libraries", "/home/kubernetes/bin"))
        .initContainers(
            ContainerArgs.builder()
                .name(PLUGIN)
                .image(PLUGIN_IMAGE)
                .command("/bin/sh", "-c", INSTALL)
                .resources(resources("150m", "256Mi"))
                // It writes to the node's own file system.
                .securityContext(SecurityContextArgs.builder().privileged(true).build())
                .volumeMounts(mount("var-lib", "/var/lib"), mount("libraries", "/usr/local"))
                .build())
        .containers(
            ContainerArgs.builder()
                .name("pause")
                .image(PAUSE_IMAGE)
                .resources(resources("10m", "32Mi"))
                .securityContext(
                    SecurityContextArgs.builder().allowPrivilegeEscalation(false).build())
                .build())
        .build();
  }

  /** GKE taints nodes with GPUs by itself, and lets only pods on them that ask for one. */
  private static List<TolerationArgs> tolerations(List<NodePoolPlan> pools) {
    List<TolerationArgs> all = new ArrayList<>(PoolPods.tolerating(pools));
    all.add(
        TolerationArgs.builder()
            .key(AcceleratorResource.NVIDIA)
            .operator("Exists")
            .effect("NoSchedule")
            .build());
    return all;
  }

  private static ResourceRequirementsArgs resources(String cpu, String memory) {
    return ResourceRequirementsArgs.builder()
        .requests(Map.of("cpu", cpu, "memory", "32Mi"))
        .limits(Map.of("memory", memory))
        .build();
  }

  private static VolumeArgs volume(String name, String path) {
    return VolumeArgs.builder()
        .name(name)
        .hostPath(HostPathVolumeSourceArgs.builder().path(path).build())
        .build();
  }

  private static VolumeMountArgs mount(String name, String path) {
    return VolumeMountArgs.builder().name(name).mountPath(path).build();
  }

  /** What installs the plug-in, where machines need it. */
  public Optional<DaemonSet> plugin() {
    return Optional.ofNullable(plugin);
  }

  /** Builds a {@link FabricSupport}; the cluster's provider is required. */
  public static final class Builder extends ComponentBuilder<FabricSupport, Builder> {
    private @Nullable Provider kubernetes;
    private List<FabricNetwork> networks = List.of();
    private List<NodePoolPlan> pools = List.of();

    private Builder(String name) {
      super(name);
    }

    /** The cluster's provider. */
    public Builder kubernetes(Provider value) {
      kubernetes = value;
      return this;
    }

    /** The networks between accelerators. Default: none. */
    public Builder networks(List<FabricNetwork> value) {
      networks = List.copyOf(value);
      return this;
    }

    /** The pools with a fabric. Default: none. */
    public Builder pools(List<NodePoolPlan> value) {
      pools = List.copyOf(value);
      return this;
    }

    @Override
    public FabricSupport build() {
      return new FabricSupport(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
