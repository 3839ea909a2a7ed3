package dev.mlestate.planning;

import dev.mlestate.model.Environment;
import java.util.List;

/**
 * All decisions for one environment, for components to realise.
 *
 * @param environment what was asked for
 * @param decisions what was chosen and why, in the order to show
 */
public record EstatePlan(
    Environment environment,
    NetworkPlan network,
    List<ClusterPlan> clusters,
    List<ServingPlan> serving,
    List<Decision> decisions) {
  public EstatePlan {
    clusters = List.copyOf(clusters);
    serving = List.copyOf(serving);
    decisions = List.copyOf(decisions);
  }
}
