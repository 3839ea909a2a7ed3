package dev.mlestate.kubernetes;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentStrategyArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ServiceAccount;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds and removes nodes as pods come and go, and tries capacity options in the order of the
 * environment file by the priority expander.
 */
public final class ClusterAutoscaler extends EstateComponent {
  /** The service account to which the cloud's permissions belong. */
  public static final String SERVICE_ACCOUNT = "cluster-autoscaler";

  public static final String NAMESPACE = "kube-system";

  private static final String NAME = "cluster-autoscaler";
  private static final int PORT = 8085;
  private static final int NOBODY = 65534;

  private final Deployment deployment;
  private final ConfigMap priorities;
  private final ServiceAccount serviceAccount;

  private ClusterAutoscaler(Builder builder) {
    super("mlestate:kubernetes:ClusterAutoscaler", builder);
    String version = ComponentBuilder.required(builder.kubernetesVersion, "kubernetesVersion");
    serviceAccount =
        AutoscalerPermissions.grant(
            componentName(),
            SERVICE_ACCOUNT,
            NAMESPACE,
            AutoscalerPriorities.CONFIG_MAP,
            parented());
    priorities = AutoscalerPriorities.create(componentName(), builder.priorities, parented());
    deployment = deployment(AutoscalerImage.of(version), builder);
    complete(Map.of("deployment", deployment.id()));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private Deployment deployment(String image, Builder builder) {
    Map<String, String> labels = Map.of("app.kubernetes.io/name", NAME);
    PodSpecArgs.Builder pod =
        PodSpecArgs.builder()
            .serviceAccountName(SERVICE_ACCOUNT)
            .priorityClassName("system-cluster-critical")
            .securityContext(
                PodSecurityContextArgs.builder()
                    .runAsNonRoot(true)
                    .runAsUser(NOBODY)
                    .fsGroup(NOBODY)
                    .seccompProfile(SeccompProfileArgs.builder().type("RuntimeDefault").build())
                    .build())
            .containers(container(image, builder));
    if (!builder.pools.isEmpty()) {
      pod.affinity(PoolPods.on(builder.pools)).tolerations(PoolPods.tolerating(builder.pools));
    }
    return new Deployment(
        componentName(),
        DeploymentArgs.builder()
            .metadata(
                ObjectMetaArgs.builder().name(NAME).namespace(NAMESPACE).labels(labels).build())
            .spec(
                DeploymentSpecArgs.builder()
                    .replicas(1)
                    .strategy(DeploymentStrategyArgs.builder().type("Recreate").build())
                    .selector(LabelSelectorArgs.builder().matchLabels(labels).build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(ObjectMetaArgs.builder().labels(labels).build())
                            .spec(pod.build())
                            .build())
                    .build())
            .build(),
        parentedAfter(serviceAccount, priorities));
  }

  private static ContainerArgs container(String image, Builder builder) {
    List<String> arguments = new ArrayList<>();
    arguments.add("./cluster-autoscaler");
    arguments.addAll(builder.cloudArguments);
    arguments.addAll(
        List.of(
            "--namespace=" + NAMESPACE,
            "--expander=priority,least-waste",
            "--skip-nodes-with-system-pods=false",
            "--logtostderr=true",
            "--v=2"));
    return ContainerArgs.builder()
        .name(NAME)
        .image(image)
        .command(arguments)
        .env(
            builder.environment.entrySet().stream()
                .map(
                    entry ->
                        EnvVarArgs.builder().name(entry.getKey()).value(entry.getValue()).build())
                .toList())
        .ports(ContainerPortArgs.builder().name("http").containerPort(PORT).build())
        .livenessProbe(
            ProbeArgs.builder()
                .httpGet(HTTPGetActionArgs.builder().path("/health-check").port(PORT).build())
                .build())
        .resources(
            ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", "100m", "memory", "600Mi"))
                .limits(Map.of("memory", "1Gi"))
                .build())
        .securityContext(
            SecurityContextArgs.builder()
                .allowPrivilegeEscalation(false)
                .readOnlyRootFilesystem(true)
                .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                .build())
        .build();
  }

  public Deployment deployment() {
    return deployment;
  }

  /** The order of the groups, as the expander reads it. */
  public ConfigMap priorities() {
    return priorities;
  }

  /** Builds a {@link ClusterAutoscaler}; the version is required. */
  public static final class Builder extends ComponentBuilder<ClusterAutoscaler, Builder> {
    private @Nullable String kubernetesVersion;
    private NavigableMap<Integer, List<String>> priorities = new TreeMap<>();
    private List<String> cloudArguments = List.of();
    private Map<String, String> environment = Map.of();
    private List<NodePoolPlan> pools = List.of();

    private Builder(String name) {
      super(name);
    }

    /** The cluster's version, such as 1.33; the autoscaler follows it. */
    public Builder kubernetesVersion(String value) {
      kubernetesVersion = value;
      return this;
    }

    /** Patterns of the native groups' names; the highest priority is tried first. Default: none. */
    public Builder priorities(Map<Integer, List<String>> value) {
      priorities = new TreeMap<>(value);
      return this;
    }

    /** Arguments that say which cloud it is and how the groups are found. Default: none. */
    public Builder cloudArguments(List<String> value) {
      cloudArguments = List.copyOf(value);
      return this;
    }

    /** Variables of the container. Default: none. */
    public Builder environment(Map<String, String> value) {
      environment = new TreeMap<>(value);
      return this;
    }

    /** The pools on which it runs itself. Default: any node. */
    public Builder pools(List<NodePoolPlan> value) {
      pools = List.copyOf(value);
      return this;
    }

    @Override
    public ClusterAutoscaler build() {
      return new ClusterAutoscaler(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
