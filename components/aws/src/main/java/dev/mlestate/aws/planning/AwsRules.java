package dev.mlestate.aws.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.FabricOffer;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.NodePool;
import dev.mlestate.model.Serving;
import dev.mlestate.planning.CloudRules;
import dev.mlestate.planning.Draft;
import dev.mlestate.planning.NetworkPlanning;
import dev.mlestate.planning.Reservations;
import dev.mlestate.planning.ServerlessShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What AWS adds to planning. */
final class AwsRules implements CloudRules {
  private static final Pattern RESERVATION = Pattern.compile("cr-[0-9a-f]{5,17}");

  /** Amazon EKS wants subnets in two zones at least (EKS user guide, network requirements). */
  private static final int LEAST_CLUSTER_ZONES = 2;

  /**
   * Amazon EKS itself chooses between the first two (EKS user guide, CreateCluster serviceIpv4Cidr,
   * 2026-08).
   */
  private static final List<String> SERVICE_CIDRS =
      List.of("172.20.0.0/16", "10.100.0.0/16", "192.168.0.0/16");

  @Override
  public Cloud cloud() {
    return Cloud.AWS;
  }

  @Override
  public Nouns nouns() {
    return new Nouns("AWS", "EKS", "node group");
  }

  @Override
  public int leastClusterZones() {
    return LEAST_CLUSTER_ZONES;
  }

  @Override
  public boolean zonalSubnets() {
    return true;
  }

  @Override
  public List<String> serviceCidrs() {
    return SERVICE_CIDRS;
  }

  @Override
  public Reservations reservations(Environment environment) {
    return new Reservations(
        "aws.reservations",
        environment.aws().reservations(),
        RESERVATION,
        "id of a capacity reservation",
        "cr-…",
        "use cr- and the hexadecimal digits after it",
        Optional.empty(),
        Map.of());
  }

  @Override
  public Optional<Refusal> refuses(CapacityOption option, NodePool pool) {
    return option == CapacityOption.QUEUED
        ? Optional.of(
            new Refusal(
                "AWS has no queued capacity",
                "use reservation (a capacity reservation or Capacity Block), spot or on-demand"))
        : Optional.empty();
  }

  @Override
  public String nativePool(NodePool pool, CapacityOption option) {
    return pool.name() + "-" + option.word();
  }

  @Override
  public String fabricReason(FabricOffer fabric) {
    return fabric.name() + " does not cross zones, so they share a placement group in one";
  }

  @Override
  public NetworkPlanning network(Environment environment, Catalog catalog, Draft draft) {
    return new NetworkPlanner(environment, catalog, draft);
  }

  @Override
  public Optional<ServerlessShape> serverless(String path, Serving serving, Draft draft) {
    return Optional.of(new SageMakerServerless(draft).shape(path, serving));
  }

  @Override
  public void check(Environment environment, Draft draft) {
    // The model's lengths leave room for every name that AWS has rules for.
  }
}
