package dev.mlestate.planning;

import dev.mlestate.model.CapacityOption;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A way to get a pool's machines of which the cloud has none, so that a plan does without it.
 *
 * @param pool a node pool of that cluster
 */
public record ExhaustedOption(String cluster, String pool, CapacityOption option)
    implements Comparable<ExhaustedOption> {
  /** Reads {@code cluster/pool/option}, such as {@code train/h100/spot}; empty if it is none. */
  public static Optional<ExhaustedOption> parse(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 3
        ? Arrays.stream(CapacityOption.values())
            .filter(option -> option.word().equals(parts[2]))
            .findFirst()
            .map(option -> new ExhaustedOption(parts[0], parts[1], option))
        : Optional.empty();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return cluster + "/" + pool + "/" + option.word();
  }

  @Override
  public int compareTo(ExhaustedOption other) {
    return Comparator.comparing(ExhaustedOption::toString).compare(this, other);
  }

  /**
   * The plan without these options. What a pool's first option carries, such as its minimum of
   * nodes, then lies on the next one.
   *
   * @throws ProblemException of kind RESOURCE if a pool would have no option left
   */
  public static EstatePlan without(EstatePlan plan, Collection<ExhaustedOption> exhausted) {
    if (exhausted.isEmpty()) {
      return plan;
    }
    List<ClusterPlan> clusters =
        plan.clusters().stream()
            .map(
                cluster ->
                    new ClusterPlan(
                        cluster.name(),
                        cluster.version(),
                        cluster.serviceCidr(),
                        cluster.accessFrom(),
                        cluster.nodePools().stream()
                            .map(pool -> without(cluster.name(), pool, exhausted))
                            .toList()))
            .toList();
    return new EstatePlan(
        plan.environment(), plan.network(), clusters, plan.serving(), plan.decisions());
  }

  private static NodePoolPlan without(
      String cluster, NodePoolPlan pool, Collection<ExhaustedOption> exhausted) {
    List<CapacityPlan> left =
        pool.capacity().stream()
            .filter(
                each ->
                    !exhausted.contains(new ExhaustedOption(cluster, pool.name(), each.option())))
            .toList();
    if (left.isEmpty()) {
      throw new ProblemException(
          ErrorKind.RESOURCE,
          Problem.of(
              "clusters",
              "no way to get machines is left for " + cluster + "/" + pool.name(),
              "add another one to the pool's capacity, or try again later"));
    }
    return pool.withCapacity(left);
  }
}
