package dev.mlestate.simulated.gcp;

import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.simulated.cloud.Surroundings;
import java.util.Map;
import java.util.Optional;

/** What the templates of outputs.tsv may refer to in Google Cloud. */
final class GcpPlaces {
  /** Agents whose address has another form than the domain alone says. */
  private static final Map<String, String> AGENTS =
      Map.of(
          "run.googleapis.com", "serverless-robot-prod",
          "container.googleapis.com", "container-engine-robot",
          "compute.googleapis.com", "compute-system",
          "file.googleapis.com", "cloud-filer",
          "storage.googleapis.com", "gs-project-accounts");

  private GcpPlaces() {}

  static Optional<String> value(String place, Surroundings around) {
    CloudSettings settings = around.settings();
    return switch (place) {
      case "project" -> Optional.of(settings.account());
      case "projectNumber" -> Optional.of(GcpProject.number(settings.account()));
      case "zone" -> Optional.of(settings.zone()).filter(zone -> !zone.isEmpty());
      case "location" ->
          around
              .input("region")
              .or(() -> around.input("zone"))
              .or(() -> around.value("region"))
              .or(() -> value("zone", around));
      case "regionOf" ->
          around.input("location").map(GcpLocations::regionOf).or(() -> around.value("region"));
      case "nodeZone" ->
          around
              .input("nodeLocations[0]")
              .or(() -> around.input("location").filter(GcpLocations::isZone))
              .or(() -> around.value("region").map(region -> region + "-a"));
      case "gcpId" -> GcpIam.isOne(around.type()) ? GcpIam.id(around) : around.input("name");
      case "computeLink" -> around.value("service").filter("compute"::equals).map(service -> "");
      case "serviceAgent" -> around.input("service").map(service -> agent(service, settings));
      case "networkEncoded" ->
          around
              .input("network")
              .map(network -> network.replaceFirst("^https://[^/]+/compute/v1/", ""))
              .map(
                  network ->
                      network.contains("/")
                          ? network
                          : "projects/" + settings.account() + "/global/networks/" + network)
              .map(network -> network.replace("/", "%2F"));
      case "clusterEndpoint" ->
          around
                  .input("privateClusterConfig.enablePrivateEndpoint")
                  .filter("true"::equals)
                  .isPresent()
              ? value("clusterPrivateEndpoint", around)
              : around.generated("publicIp");
      case "clusterPrivateEndpoint" ->
          around
              .input("privateClusterConfig.masterIpv4CidrBlock")
              .flatMap(cidr -> host(cidr, 2))
              .or(
                  () ->
                      around
                          .generated("number2")
                          .map(two -> "10.128.0." + (2 + Integer.parseInt(two))));
      case "firstAddress" -> around.input("ipCidrRange").flatMap(cidr -> host(cidr, 1));
      case "privateAddress" -> around.generated("number2").map(two -> "10.128.1." + two);
      case "clusterVersion" -> around.input("cluster").flatMap(cluster -> version(cluster, around));
      case "datasetLocation" ->
          around
              .input("datasetId")
              .flatMap(
                  id ->
                      around.output(
                          "projects/"
                              + settings.account()
                              + "/datasets/"
                              + id.substring(id.lastIndexOf('/') + 1),
                          "location"));
      default -> Optional.empty();
    };
  }

  private static String agent(String service, CloudSettings settings) {
    return switch (service) {
      case "bigquery.googleapis.com" -> GcpProject.bigQueryAgent(settings.account());
      default ->
          GcpProject.agent(
              settings.account(),
              AGENTS.getOrDefault(service, "gcp-sa-" + service.split("\\.", 2)[0]));
    };
  }

  private static Optional<String> version(String cluster, Surroundings around) {
    String name = cluster.substring(cluster.lastIndexOf('/') + 1);
    return around.all().stream()
        .filter(each -> each.type().equals("gcp:container/cluster:Cluster"))
        .filter(each -> each.id().endsWith("/" + name))
        .findFirst()
        .flatMap(each -> around.output(each.id(), "masterVersion"));
  }

  /** An address of a block, counted from its first one. */
  private static Optional<String> host(String cidr, int number) {
    String[] parts = cidr.split("/", -1)[0].split("\\.", -1);
    if (parts.length != 4 || !parts[3].matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    parts[3] = Integer.toString(Integer.parseInt(parts[3]) + number);
    return Optional.of(String.join(".", parts));
  }
}
