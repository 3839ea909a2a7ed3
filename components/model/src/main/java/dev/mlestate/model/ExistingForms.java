package dev.mlestate.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** How each cloud writes the ids of networks and subnets, and what it says of a subnet. */
final class ExistingForms {
  private static final String AZURE_NETWORK =
      "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[^/]+/providers/Microsoft\\.Network"
          + "/virtualNetworks/[^/]+";

  private final Environment environment;
  private final Reported reported;

  ExistingForms(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
  }

  void network(String id) {
    String path = "network.existing.id";
    switch (environment.cloud()) {
      case AWS ->
          form(path, id, "vpc-([0-9a-f]{8}|[0-9a-f]{17})", "a VPC", "vpc-0123456789abcdef0");
      case GCP ->
          form(
              path,
              id,
              "projects/[^/]+/global/networks/[a-z][a-z0-9-]{0,62}",
              "a VPC network",
              "projects/" + environment.account() + "/global/networks/…");
      case AZURE ->
          form(
              path,
              id,
              AZURE_NETWORK,
              "a virtual network",
              "/subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/…");
    }
  }

  void subnet(String path, String network, ExistingSubnet subnet) {
    String region = environment.region();
    switch (environment.cloud()) {
      case AWS -> {
        form(
            path + ".id",
            subnet.id(),
            "subnet-([0-9a-f]{8}|[0-9a-f]{17})",
            "a subnet",
            "subnet-0123456789abcdef0");
        zone(path, subnet.zone());
      }
      case GCP -> {
        form(
            path + ".id",
            subnet.id(),
            "projects/[^/]+/regions/" + Pattern.quote(region) + "/subnetworks/[a-z][a-z0-9-]{0,62}",
            "a subnet in " + region,
            "projects/" + environment.account() + "/regions/" + region + "/subnetworks/…");
        noZone(path, subnet, "GCP");
      }
      case AZURE -> {
        form(
            path + ".id",
            subnet.id(),
            Pattern.quote(network) + "/subnets/[^/]+",
            "a subnet of the network",
            network + "/subnets/…");
        noZone(path, subnet, "Azure");
      }
    }
    if (environment.cloud() != Cloud.AZURE && subnet.use() != SubnetUse.NODES) {
      reported.rule(
          path + ".use",
          "on "
              + environment.cloud().word()
              + " no subnet is for "
              + subnet.use().word()
              + " alone",
          "remove use",
          "cloud");
    }
  }

  private void zone(String path, Optional<String> zone) {
    String example = environment.region() + "a";
    if (zone.isEmpty()) {
      reported.rule(
          path,
          "a subnet of AWS lies in a zone, and none is named",
          "add zone: " + example,
          "cloud");
    } else if (!zone.get().matches(Pattern.quote(environment.region()) + "[a-z]")) {
      reported.rule(
          path + ".zone",
          "\"" + zone.get() + "\" is not a zone of " + environment.region(),
          "write it as " + example,
          "cloud",
          "region");
    }
  }

  private void noZone(String path, ExistingSubnet subnet, String cloud) {
    if (subnet.zone().isPresent()) {
      reported.rule(path + ".zone", "subnets of " + cloud + " span zones", "remove it", "cloud");
    }
  }

  private void form(String path, String id, String form, String noun, String example) {
    if (!id.matches(form)) {
      reported.rule(
          path,
          "\"" + id + "\" is not the id of " + noun,
          "write it as " + example,
          "cloud",
          "region");
    }
  }
}
