package dev.mlestate.azure.network;

import com.pulumi.azurenative.network.enums.SecurityRuleAccess;
import com.pulumi.azurenative.network.enums.SecurityRuleDirection;
import com.pulumi.azurenative.network.enums.SecurityRuleProtocol;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import dev.mlestate.planning.SubnetPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What may come into a subnet and go out of it; everything else is refused, where Azure itself
 * would let the whole network and all that is connected to it talk.
 *
 * <p>AKS's nodes need names on the internet that have no fixed addresses (AKS documentation,
 * "Outbound network and FQDN rules for AKS clusters", read 2026-11-24), so that only ports can be
 * limited. Ports of Container Apps: "Securing a virtual network in Azure Container Apps" (general
 * knowledge, not read).
 */
final class SecurityRules {
  private static final String ANY = "*";
  private static final String INTERNET = "Internet";
  private static final String LOAD_BALANCER = "AzureLoadBalancer";
  private static final String HTTPS = "443";
  private static final int FIRST_PRIORITY = 100;
  private static final int STEP = 10;
  private static final int LAST_PRIORITY = 4096;

  /** What Container Apps itself calls. */
  private static final List<String> CONTAINER_APPS_SERVICES =
      List.of(
          "AzureActiveDirectory",
          "AzureFrontDoor.FirstParty",
          "AzureMonitor",
          "MicrosoftContainerRegistry");

  private final List<SecurityRuleArgs> rules = new ArrayList<>();
  private int inbound = FIRST_PRIORITY;
  private int outbound = FIRST_PRIORITY;

  private SecurityRules() {}

  /**
   * The rules of a subnet.
   *
   * @param network the whole network's CIDR
   * @param apiClients CIDRs outside the network that reach the clusters' private APIs
   * @param egress whether there is a way to the internet
   */
  static List<SecurityRuleArgs> of(
      SubnetPlan subnet, String network, List<String> apiClients, boolean egress) {
    SecurityRules rules = new SecurityRules();
    switch (subnet.tier()) {
      case PRIVATE -> rules.nodes(subnet.cidr(), network, apiClients, egress);
      case ENDPOINTS -> rules.endpoints(subnet.cidr(), network);
      case SERVERLESS -> rules.serverless(subnet.cidr(), network, egress);
      case PUBLIC -> throw new IllegalArgumentException("Azure has no public subnets: " + subnet);
    }
    rules.refuseTheRest();
    return rules.rules;
  }

  private void nodes(String own, String network, List<String> apiClients, boolean egress) {
    TreeSet<String> clients = new TreeSet<>(apiClients);
    clients.add(network);
    in("NodesAndPods", SecurityRuleProtocol.Asterisk, List.of(own), own, List.of(ANY));
    in("KubernetesApi", SecurityRuleProtocol.Tcp, clients, own, List.of(HTTPS));
    in("Probes", SecurityRuleProtocol.Asterisk, List.of(LOAD_BALANCER), own, List.of(ANY));
    out("Network", SecurityRuleProtocol.Asterisk, own, network, List.of(ANY));
    if (egress) {
      out("Web", SecurityRuleProtocol.Tcp, own, INTERNET, List.of("80", HTTPS));
      out("Time", SecurityRuleProtocol.Udp, own, INTERNET, List.of("123"));
    }
  }

  private void endpoints(String own, String network) {
    in("Services", SecurityRuleProtocol.Tcp, List.of(network), own, List.of(HTTPS));
    in("OnlineFeatures", SecurityRuleProtocol.Tcp, List.of(network), own, List.of("6380"));
  }

  private void serverless(String own, String network, boolean egress) {
    in("Replicas", SecurityRuleProtocol.Asterisk, List.of(own), own, List.of(ANY));
    in("Callers", SecurityRuleProtocol.Tcp, List.of(network), own, List.of(HTTPS, "31443"));
    in("Probes", SecurityRuleProtocol.Tcp, List.of(LOAD_BALANCER), own, List.of("30000-32767"));
    out("Network", SecurityRuleProtocol.Asterisk, own, network, List.of(ANY));
    for (String service : CONTAINER_APPS_SERVICES) {
      out(service.replace(".", ""), SecurityRuleProtocol.Tcp, own, service, List.of(HTTPS));
    }
    if (egress) {
      out("Web", SecurityRuleProtocol.Tcp, own, INTERNET, List.of(HTTPS));
    }
  }

  private void refuseTheRest() {
    for (SecurityRuleDirection direction : SecurityRuleDirection.values()) {
      rules.add(
          rule("Refuse" + direction.getValue(), SecurityRuleAccess.Deny, direction, LAST_PRIORITY)
              .protocol(SecurityRuleProtocol.Asterisk)
              .sourceAddressPrefix(ANY)
              .destinationAddressPrefix(ANY)
              .destinationPortRange(ANY)
              .build());
    }
  }

  private void in(
      String name,
      SecurityRuleProtocol protocol,
      Iterable<String> sources,
      String destination,
      List<String> ports) {
    List<String> all = new ArrayList<>();
    sources.forEach(all::add);
    SecurityRuleArgs.Builder rule =
        rule(
                "Allow" + name + "In",
                SecurityRuleAccess.Allow,
                SecurityRuleDirection.Inbound,
                inbound)
            .protocol(protocol)
            .destinationAddressPrefix(destination);
    if (all.size() == 1) {
      rule.sourceAddressPrefix(all.get(0));
    } else {
      rule.sourceAddressPrefixes(all);
    }
    rules.add(to(rule, ports));
    inbound += STEP;
  }

  private void out(
      String name,
      SecurityRuleProtocol protocol,
      String source,
      String destination,
      List<String> ports) {
    rules.add(
        to(
            rule(
                    "Allow" + name + "Out",
                    SecurityRuleAccess.Allow,
                    SecurityRuleDirection.Outbound,
                    outbound)
                .protocol(protocol)
                .sourceAddressPrefix(source)
                .destinationAddressPrefix(destination),
            ports));
    outbound += STEP;
  }

  private static SecurityRuleArgs to(SecurityRuleArgs.Builder rule, List<String> ports) {
    return ports.size() == 1
        ? rule.destinationPortRange(ports.get(0)).build()
        : rule.destinationPortRanges(ports).build();
  }

  private static SecurityRuleArgs.Builder rule(
      String name, SecurityRuleAccess access, SecurityRuleDirection direction, int priority) {
    return SecurityRuleArgs.builder()
        .name(name)
        .access(access)
        .direction(direction)
        .priority(priority)
        .sourcePortRange(ANY);
  }
}
