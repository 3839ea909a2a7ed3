package dev.mlestate.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of networks and of who reaches private APIs. */
final class NetworkRules {
  private static final String SUBNETS = "network.existing.privateSubnets";

  private final Environment environment;
  private final Reported reported;
  private final ExistingForms forms;

  NetworkRules(Environment environment, Reported reported) {
    this.environment = environment;
    this.reported = reported;
    this.forms = new ExistingForms(environment, reported);
  }

  void check() {
    Network network = environment.network();
    Optional<Cidr> block = block("network.cidr", network.cidr());
    block
        .filter(b -> b.prefix() < 16 || b.prefix() > 24)
        .ifPresent(
            b ->
                reported.rule(
                    "network.cidr",
                    b + " is not between /16 and /24",
                    "choose a block in between"));
    network.existing().ifPresent(this::existing);
    for (int c = 0; c < environment.clusters().size(); c++) {
      access("clusters[" + c + "].access.from", environment.clusters().get(c).access().from());
    }
  }

  private void existing(ExistingNetwork existing) {
    Cloud cloud = environment.cloud();
    own("cidr", "an existing network has its own addresses");
    own("flowLogs", "whoever made an existing network records its traffic");
    if (cloud == Cloud.AWS) {
      own("zones", "an existing network has its own zones");
    }
    forms.network(existing.id());
    Set<String> ids = new LinkedHashSet<>();
    List<ExistingSubnet> subnets = existing.privateSubnets();
    for (int i = 0; i < subnets.size(); i++) {
      String path = SUBNETS + "[" + i + "]";
      ExistingSubnet subnet = subnets.get(i);
      forms.subnet(path, existing.id(), subnet);
      if (!ids.add(subnet.id())) {
        reported.rule(path + ".id", subnet.id() + " is listed twice", "remove one of the two");
      }
      block(path + ".cidr", subnet.cidr());
      overlaps(SUBNETS, ".cidr", i, subnets.stream().map(ExistingSubnet::cidr).toList());
    }
    if (cloud == Cloud.AWS && subnets.stream().map(ExistingSubnet::zone).distinct().count() < 2) {
      reported.rule(
          SUBNETS,
          "the subnets lie in one zone",
          "list subnets in two zones at the least: a cluster's control plane needs them");
    }
  }

  /** Keys that are about making a network. */
  private void own(String key, String reason) {
    if (reported.written("network." + key)) {
      reported.rule("network." + key, reason, "remove " + key + ", or existing");
    }
  }

  private void access(String path, List<String> from) {
    for (int i = 0; i < from.size(); i++) {
      block(path + "[" + i + "]", from.get(i));
      overlaps(path, "", i, from);
    }
  }

  private void overlaps(String list, String key, int index, List<String> blocks) {
    Optional<Cidr> block = Cidr.parse(blocks.get(index));
    for (int i = 0; i < index; i++) {
      String other = blocks.get(i);
      // The same text twice in a list is reported as that.
      boolean same = key.isEmpty() && other.equals(blocks.get(index));
      if (!same
          && block.isPresent()
          && Cidr.parse(other).filter(block.get()::overlaps).isPresent()) {
        reported.rule(
            list + "[" + index + "]" + key,
            block.get() + " overlaps " + other + " in " + list + "[" + i + "]",
            "keep the wider, or make them apart");
      }
    }
  }

  /** A private block that begins where it says. */
  private Optional<Cidr> block(String path, String text) {
    Optional<Cidr> loose = Cidr.around(text);
    if (loose.isEmpty()) {
      reported.rule(path, "\"" + text + "\" is not an IPv4 CIDR block", "write it as 10.40.0.0/16");
      return Optional.empty();
    }
    Optional<Cidr> block = Cidr.parse(text);
    if (block.isEmpty()) {
      reported.rule(path, text + " has bits set after its prefix", "write " + loose.get());
    } else if (!block.get().isPrivate()) {
      reported.rule(
          path,
          text + " holds public addresses",
          "use a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10");
      return Optional.empty();
    }
    return block;
  }
}
