package dev.mlestate.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.DaemonSet;
import com.pulumi.kubernetes.apps.v1.DaemonSetArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DaemonSetSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DaemonSetUpdateStrategyArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ConfigMapVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.HostPathVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ObjectFieldSelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.Resource;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Device plugins on the nodes that have the devices. Without them a pod cannot ask for an
 * accelerator or an RDMA interface. They tolerate the pools' taints and run on these pools alone; a
 * pool at zero nodes costs nothing.
 */
public final class GpuSupport extends EstateComponent {
  private static final String NAMESPACE = "kube-system";
  private static final String CONFIG_VOLUME = "config";
  private static final String NAME_LABEL = "app.kubernetes.io/name";

  private final Map<String, DaemonSet> daemonSets = new TreeMap<>();

  private GpuSupport(Builder builder) {
    super("mlestate:kubernetes:GpuSupport", builder);
    builder.plugins.forEach(plugin -> daemonSets.put(plugin.name(), install(plugin)));
    Map<String, Output<?>> outputs = new TreeMap<>();
    daemonSets.forEach((name, set) -> outputs.put(name, set.id()));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private DaemonSet install(DevicePlugin plugin) {
    if (plugin.patchesPods()) {
      PluginPermissions.grant(child(plugin.name()), plugin.name(), NAMESPACE, parented());
    }
    List<Resource> needed = new ArrayList<>();
    plugin.config().ifPresent(config -> needed.add(configMap(plugin.name(), config)));
    Map<String, String> labels = Map.of(NAME_LABEL, plugin.name());
    return new DaemonSet(
        child(plugin.name()),
        DaemonSetArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(plugin.name())
                    .namespace(NAMESPACE)
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
                            .spec(pod(plugin))
                            .build())
                    .build())
            .build(),
        parentedAfter(needed));
  }

  private ConfigMap configMap(String plugin, DevicePlugin.Config config) {
    return new ConfigMap(
        child(plugin),
        ConfigMapArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(plugin).namespace(NAMESPACE).build())
            .data(Map.of(config.file(), config.text()))
            .build(),
        parented());
  }

  private static PodSpecArgs pod(DevicePlugin plugin) {
    List<VolumeArgs> volumes = new ArrayList<>();
    List<VolumeMountArgs> mounts = new ArrayList<>();
    for (String path : plugin.hostPaths()) {
      String volume = path.substring(1).replace('/', '-');
      volumes.add(
          VolumeArgs.builder()
              .name(volume)
              .hostPath(HostPathVolumeSourceArgs.builder().path(path).build())
              .build());
      mounts.add(VolumeMountArgs.builder().name(volume).mountPath(path).build());
    }
    plugin
        .config()
        .ifPresent(
            config -> {
              volumes.add(
                  VolumeArgs.builder()
                      .name(CONFIG_VOLUME)
                      .configMap(ConfigMapVolumeSourceArgs.builder().name(plugin.name()).build())
                      .build());
              mounts.add(
                  VolumeMountArgs.builder()
                      .name(CONFIG_VOLUME)
                      .mountPath(config.folder())
                      .readOnly(true)
                      .build());
            });
    PodSpecArgs.Builder pod =
        PodSpecArgs.builder()
            .priorityClassName("system-node-critical")
            .automountServiceAccountToken(plugin.patchesPods())
            .affinity(PoolPods.on(plugin.pools()))
            .tolerations(PoolPods.tolerating(plugin.pools()))
            .containers(container(plugin, mounts))
            .volumes(volumes);
    if (plugin.patchesPods()) {
      pod.serviceAccountName(plugin.name());
    }
    return pod.build();
  }

  private static ContainerArgs container(DevicePlugin plugin, List<VolumeMountArgs> mounts) {
    return ContainerArgs.builder()
        .name(plugin.name())
        .image(plugin.image())
        .env(environment(plugin))
        .resources(
            ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", "10m", "memory", "32Mi"))
                .limits(Map.of("memory", "256Mi"))
                .build())
        .securityContext(security(plugin))
        .volumeMounts(mounts)
        .build();
  }

  private static List<EnvVarArgs> environment(DevicePlugin plugin) {
    List<EnvVarArgs> variables = new ArrayList<>();
    plugin
        .environment()
        .forEach(
            (name, value) -> variables.add(EnvVarArgs.builder().name(name).value(value).build()));
    if (plugin.patchesPods()) {
      variables.add(
          EnvVarArgs.builder()
              .name("NODE_NAME")
              .valueFrom(
                  EnvVarSourceArgs.builder()
                      .fieldRef(
                          ObjectFieldSelectorArgs.builder().fieldPath("spec.nodeName").build())
                      .build())
              .build());
    }
    return variables;
  }

  private static SecurityContextArgs security(DevicePlugin plugin) {
    if (plugin.privileged()) {
      return SecurityContextArgs.builder().privileged(true).build();
    }
    return SecurityContextArgs.builder()
        .allowPrivilegeEscalation(false)
        .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
        .build();
  }

  /** The DaemonSets by the plugin's name. */
  public Map<String, DaemonSet> daemonSets() {
    return Collections.unmodifiableMap(daemonSets);
  }

  /** Builds a {@link GpuSupport}. Its options name the cluster's provider. */
  public static final class Builder extends ComponentBuilder<GpuSupport, Builder> {
    private List<DevicePlugin> plugins = List.of();

    private Builder(String name) {
      super(name);
    }

    /** The plugins to install; one without pools is left out. Default: none. */
    public Builder plugins(List<DevicePlugin> value) {
      plugins = value.stream().filter(plugin -> !plugin.pools().isEmpty()).toList();
      return this;
    }

    @Override
    public GpuSupport build() {
      return new GpuSupport(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
