package dev.mlestate.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ScopeSelectorArgs;
import com.pulumi.kubernetes.core.v1.inputs.ScopedResourceSelectorRequirementArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A namespace for each team and one for what no team owns. In each, a quota of zero stops every pod
 * that asks for an accelerator without naming the priority class of one of the namespace's pools,
 * so that {@link PoolQuota} counts all others. The default namespace has no accelerators at all.
 */
public final class TeamNamespaces extends EstateComponent {
  /** The namespace of what no team owns. */
  public static final String SHARED = "ml";

  private static final String UNNAMED_POOL_QUOTA = "no-pool-no-accelerator";

  private final Map<String, Namespace> namespaces = new TreeMap<>();

  private TeamNamespaces(Builder builder) {
    super("mlestate:kubernetes:TeamNamespaces", builder);
    TreeSet<String> names = new TreeSet<>(builder.teams);
    names.add(SHARED);
    for (String name : names) {
      namespaces.put(name, namespace(name));
      refuse(name, poolsOf(name, builder.pools), builder.pools);
    }
    refuse("default", List.of(), builder.pools);
    Map<String, Output<?>> outputs = new TreeMap<>();
    outputs.put("namespaces", Output.of(List.copyOf(names)));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** From where a pool is used: its team's namespace, or the shared one. */
  public static String of(NodePoolPlan pool) {
    return pool.team().orElse(SHARED);
  }

  private static List<String> poolsOf(String namespace, List<NodePoolPlan> pools) {
    return pools.stream()
        .filter(pool -> of(pool).equals(namespace))
        .filter(pool -> pool.machine().accelerator().isPresent() || pool.tpu().isPresent())
        .map(NodePoolPlan::name)
        .sorted()
        .toList();
  }

  private Namespace namespace(String name) {
    return new Namespace(
        child(name),
        NamespaceArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(name)
                    // "restricted" refuses what runs as root, as most training images do.
                    .labels(Map.of("pod-security.kubernetes.io/enforce", "baseline"))
                    .build())
            .build(),
        parented());
  }

  private void refuse(String namespace, List<String> pools, List<NodePoolPlan> all) {
    Map<String, String> hard = new TreeMap<>();
    AcceleratorResource.in(all).forEach(resource -> hard.put("requests." + resource, "0"));
    ResourceQuotaSpecArgs.Builder spec = ResourceQuotaSpecArgs.builder().hard(hard);
    if (!pools.isEmpty()) {
      spec.scopeSelector(
          ScopeSelectorArgs.builder()
              .matchExpressions(
                  ScopedResourceSelectorRequirementArgs.builder()
                      .scopeName("PriorityClass")
                      .operator("NotIn")
                      .values(pools)
                      .build())
              .build());
    }
    Namespace made = namespaces.get(namespace);
    new ResourceQuota(
        child(namespace + "-" + UNNAMED_POOL_QUOTA),
        ResourceQuotaArgs.builder()
            .metadata(
                ObjectMetaArgs.builder().name(UNNAMED_POOL_QUOTA).namespace(namespace).build())
            .spec(spec.build())
            .build(),
        made == null ? parented() : parentedAfter(made));
  }

  /** The namespaces by name. */
  public Map<String, Namespace> namespaces() {
    return Collections.unmodifiableMap(namespaces);
  }

  /** The namespace from which the pool is used. */
  public Optional<Namespace> namespaceOf(NodePoolPlan pool) {
    return Optional.ofNullable(namespaces.get(of(pool)));
  }

  /** Builds {@link TeamNamespaces}. Its options name the cluster's provider. */
  public static final class Builder extends ComponentBuilder<TeamNamespaces, Builder> {
    private List<String> teams = List.of();
    private List<NodePoolPlan> pools = List.of();

    private Builder(String name) {
      super(name);
    }

    /** Teams that get a namespace of their name. Default: none. */
    public Builder teams(List<String> value) {
      teams = List.copyOf(value);
      return this;
    }

    /** The cluster's pools. Default: none. */
    public Builder pools(List<NodePoolPlan> value) {
      pools = List.copyOf(value);
      return this;
    }

    @Override
    public TeamNamespaces build() {
      return new TeamNamespaces(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
