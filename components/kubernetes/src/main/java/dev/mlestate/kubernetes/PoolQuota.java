package dev.mlestate.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ScopeSelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.ScopedResourceSelectorRequirementArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.scheduling.v1.PriorityClass;
import com.pulumi.kubernetes.scheduling.v1.PriorityClassArgs;
import dev.mlestate.catalog.TpuSlice;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limit that all capacity options of a pool share. Each option is a native group that may grow
 * to the pool's maximum; together they would grow beyond it. So a quota counts what pods ask for,
 * and the autoscaler adds no node for a pod that is refused.
 *
 * <p>A quota counts by namespace and priority class, not by node: a pod that wants the pool names
 * the priority class of the pool's name, and {@link TeamNamespaces} refuses pods that ask for an
 * accelerator and name none. The quota is the maximum of nodes times a node's accelerators (of a
 * TPU slice: its chips; of a pool without accelerators: its vCPUs). What it cannot see is a pod
 * that names the class of one pool and the labels of another of the same team: it is counted, at
 * the pool that it names.
 */
public final class PoolQuota extends EstateComponent {
  private final PriorityClass priorityClass;
  private final ResourceQuota quota;

  private PoolQuota(Builder builder) {
    super("mlestate:kubernetes:PoolQuota", builder);
    NodePoolPlan pool = ComponentBuilder.required(builder.pool, "pool");
    priorityClass =
        new PriorityClass(
            componentName(),
            PriorityClassArgs.builder()
                .metadata(ObjectMetaArgs.builder().name(pool.name()).build())
                .description("Pods for the pool " + pool.name())
                .value(0)
                .globalDefault(false)
                .preemptionPolicy("Never")
                .build(),
            parented());
    quota =
        new ResourceQuota(
            componentName(),
            ResourceQuotaArgs.builder()
                .metadata(
                    ObjectMetaArgs.builder()
                        .name("pool-" + pool.name())
                        .namespace(TeamNamespaces.of(pool))
                        .build())
                .spec(
                    ResourceQuotaSpecArgs.builder()
                        .hard(limit(pool))
                        .scopeSelector(
                            ScopeSelectorArgs.builder()
                                .matchExpressions(
                                    ScopedResourceSelectorRequirementArgs.builder()
                                        .scopeName("PriorityClass")
                                        .operator("In")
                                        .values(pool.name())
                                        .build())
                                .build())
                        .build())
                .build(),
            parentedAfter(priorityClass));
    complete(Map.of("limit", Output.of(limit(pool))));
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private static Map<String, String> limit(NodePoolPlan pool) {
    Optional<TpuSlice> slice = pool.tpu();
    if (slice.isPresent()) {
      int chipsPerHost = slice.get().chips() / slice.get().hosts();
      return limit(AcceleratorResource.TPU, pool.maxNodes() * chipsPerHost);
    }
    return pool.machine()
        .accelerator()
        .map(
            type ->
                limit(
                    AcceleratorResource.of(type),
                    pool.maxNodes() * pool.machine().acceleratorCount()))
        .orElseGet(() -> limit("cpu", pool.maxNodes() * pool.machine().vcpus()));
  }

  private static Map<String, String> limit(String resource, int most) {
    return Map.of("requests." + resource, Integer.toString(most));
  }

  /** What a pod names to be counted at this pool. */
  public PriorityClass priorityClass() {
    return priorityClass;
  }

  public ResourceQuota quota() {
    return quota;
  }

  /** Builds a {@link PoolQuota}; the pool is required. Its options name the cluster's provider. */
  public static final class Builder extends ComponentBuilder<PoolQuota, Builder> {
    private @Nullable NodePoolPlan pool;

    private Builder(String name) {
      super(name);
    }

    /** Whose maximum it holds. */
    public Builder pool(NodePoolPlan value) {
      pool = value;
      return this;
    }

    @Override
    public PoolQuota build() {
      return new PoolQuota(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
