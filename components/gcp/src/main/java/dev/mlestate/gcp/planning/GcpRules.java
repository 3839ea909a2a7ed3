package dev.mlestate.gcp.planning;

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

/** What Google Cloud adds to planning. */
final class GcpRules implements CloudRules {
  private static final Pattern RESERVATION = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  @Override
  public Cloud cloud() {
    return Cloud.GCP;
  }

  @Override
  public Nouns nouns() {
    return new Nouns("GCP", "GKE", "node pool");
  }

  @Override
  public int leastClusterZones() {
    return 1;
  }

  @Override
  public boolean zonalSubnets() {
    return false;
  }

  /** None: services have a secondary range of the nodes' subnet. */
  @Override
  public List<String> serviceCidrs() {
    return List.of();
  }

  @Override
  public Reservations reservations(Environment environment) {
    return new Reservations(
        "gcp.reservations",
        environment.gcp().reservations(),
        RESERVATION,
        "name of a Compute Engine reservation",
        "its name",
        "use up to 63 lower-case letters, digits and hyphens",
        Optional.of("gcp.reservedNodes"),
        environment.gcp().reservedNodes());
  }

  /** GKE, "About GPU and TPU provisioning with flex-start and queued provisioning". */
  @Override
  public Optional<Refusal> refuses(CapacityOption option, NodePool pool) {
    return option == CapacityOption.QUEUED && pool.cpu().isPresent()
        ? Optional.of(
            new Refusal(
                "GKE queues machines with accelerators or TPUs alone", "use on-demand or spot"))
        : Optional.empty();
  }

  @Override
  public String nativePool(NodePool pool, CapacityOption option) {
    return pool.name() + "-" + option.word();
  }

  @Override
  public String fabricReason(FabricOffer fabric) {
    return fabric.name() + " does not cross zones, so they share a compact placement policy in one";
  }

  @Override
  public NetworkPlanning network(Environment environment, Catalog catalog, Draft draft) {
    return new GcpNetworkPlanner(environment, draft);
  }

  /** Vertex AI takes machine types of Compute Engine; the catalog says which. */
  @Override
  public Optional<ServerlessShape> serverless(String path, Serving serving, Draft draft) {
    return new CloudRunSizes(draft).shape(path, serving);
  }

  @Override
  public void check(Environment environment, Draft draft) {
    // "About Cloud Storage buckets", naming requirements (general knowledge, not read).
    String estate = environment.estate();
    if (estate.startsWith("goog") || estate.contains("google") || estate.contains("g00gle")) {
      draft.problem(
          "estate",
          "the name of a bucket must not begin with goog or contain google, and all begin with "
              + estate,
          "choose another name");
    }
  }
}
