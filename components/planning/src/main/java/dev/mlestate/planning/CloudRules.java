package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Serving;
import java.util.List;
import java.util.Optional;

/** What one cloud adds to the planning that all share; see {@link EstatePlanner}. */
public interface CloudRules {
  /** How messages call the cloud and its services. */
  record Nouns(String cloud, String kubernetes, String nativePool) {}

  Cloud cloud();

  Nouns nouns();

  /** The fewest zones in which a cluster must have subnets. */
  int leastClusterZones();

  /** Whether a subnet lies in one zone, so that existing subnets say which zones there are. */
  boolean zonalSubnets();

  /** Where Kubernetes services may have their addresses where nothing says so, best first. */
  List<String> serviceCidrs();

  /** The reservations that the file names. */
  Reservations reservations(Environment environment);

  /** Why a pool cannot have machines in this way, and what to do instead. */
  Optional<Refusal> refuses(CapacityOption option, NodePool pool);

  /** Why, and what to do instead. */
  record Refusal(String reason, String remedy) {}

  /** The name of the native pool for one capacity option. */
  String nativePool(NodePool pool, CapacityOption option);

  /** What holds the nodes on one fabric together. */
  String fabricReason(FabricOffer fabric);

  /** Plans the network or checks the one that exists. */
  NetworkPlanning network(Environment environment, Catalog catalog, Draft draft);

  /** The size of a serverless replica; a problem for each thing that the cloud lacks. */
  Optional<ServerlessShape> serverless(String path, Serving serving, Draft draft);

  /** What only this cloud refuses, such as names, as problems. */
  void check(Environment environment, Draft draft);
}
