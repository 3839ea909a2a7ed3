package dev.mlestate.planning;

import dev.mlestate.model.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the network of one environment. */
public interface NetworkPlanning {
  /**
   * The network to create, or the existing one.
   *
   * @param zonesOfPools by the pools' subjects
   */
  NetworkPlan plan(
      List<String> zones, List<PoolDraft> pools, Map<String, List<String>> zonesOfPools);

  /** The addresses that the network has, which services must not have. */
  List<Cidr> cidrs();

  /**
   * The addresses of a cluster's services where the network holds them, or the name of the range
   * that has them; empty where services have addresses of their own.
   */
  default Optional<String> services(String cluster) {
    return Optional.empty();
  }
}
