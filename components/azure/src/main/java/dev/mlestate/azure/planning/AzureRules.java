package dev.mlestate.azure.planning;

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
import java.util.Optional;
import java.util.regex.Pattern;

/** What Azure adds to planning. */
final class AzureRules implements CloudRules {
  private static final Pattern RESERVATION =
      Pattern.compile(
          "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.Compute"
              + "/capacityReservationGroups/[^/]+");

  /**
   * Outside of the network and of what AKS refuses, 169.254.0.0/16, 172.30.0.0/16, 172.31.0.0/16
   * and 192.0.2.0/24 (AKS, "Configure Azure CNI networking"; general knowledge, not read).
   */
  private static final List<String> SERVICE_CIDRS =
      List.of("172.20.0.0/16", "10.100.0.0/16", "192.168.0.0/16");

  @Override
  public Cloud cloud() {
    return Cloud.AZURE;
  }

  @Override
  public Nouns nouns() {
    return new Nouns("Azure", "AKS", "node pool");
  }

  @Override
  public int leastClusterZones() {
    return 1;
  }

  @Override
  public boolean zonalSubnets() {
    return false;
  }

  @Override
  public List<String> serviceCidrs() {
    return SERVICE_CIDRS;
  }

  @Override
  public Reservations reservations(Environment environment) {
    return new Reservations(
        "azure.capacityReservationGroups",
        environment.azure().capacityReservationGroups(),
        RESERVATION,
        "resource id of a capacity reservation group",
        "its resource id",
        "use /subscriptions/…/resourceGroups/…/providers/Microsoft.Compute/capacityReservationGroups/…",
        Optional.of("azure.reservedNodes"),
        environment.azure().reservedNodes());
  }

  @Override
  public Optional<Refusal> refuses(CapacityOption option, NodePool pool) {
    return option == CapacityOption.QUEUED
        ? Optional.of(
            new Refusal(
                "Azure has no queued capacity",
                "use reservation (a capacity reservation group), spot or on-demand"))
        : Optional.empty();
  }

  @Override
  public String nativePool(NodePool pool, CapacityOption option) {
    return AzureNames.nodePool(pool.name(), option);
  }

  @Override
  public String fabricReason(FabricOffer fabric) {
    return fabric.name() + " joins the machines of one scale set in one zone";
  }

  @Override
  public NetworkPlanning network(Environment environment, Catalog catalog, Draft draft) {
    return new AzureNetworkPlanner(environment, draft);
  }

  /** Managed online endpoints take sizes of virtual machines; the catalog says which. */
  @Override
  public Optional<ServerlessShape> serverless(String path, Serving serving, Draft draft) {
    return new ContainerAppSizes(draft).shape(path, serving);
  }

  @Override
  public void check(Environment environment, Draft draft) {
    new AzureChecks(environment, draft).check();
  }
}
