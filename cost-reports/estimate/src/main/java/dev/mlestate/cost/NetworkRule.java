package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** NAT gateways, private endpoints and public addresses. */
final class NetworkRule implements CostRule {
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  private static final String CLOUD_NAT = "gcp:compute/routerNat:RouterNat";
  private static final String GOOGLE_ADDRESS = "gcp:compute/address:Address";
  private static final List<String> NATS =
      List.of("aws:ec2/natGateway:NatGateway", CLOUD_NAT, "azure-native:network:NatGateway");

  /** Those with one address each. */
  private static final List<String> ENDPOINTS =
      List.of(
          "azure-native:network:PrivateEndpoint",
          "gcp:compute/globalForwardingRule:GlobalForwardingRule",
          "gcp:compute/forwardingRule:ForwardingRule");

  private static final List<String> ADDRESSES =
      List.of("aws:ec2/eip:Eip", "azure-native:network:PublicIPAddress");

  private static final String PREFIX = "azure-native:network:PublicIPPrefix";
  private static final int BITS = 32;

  @Override
  public Set<String> types() {
    return Stream.of(NATS, ENDPOINTS, ADDRESSES, List.of(ENDPOINT, GOOGLE_ADDRESS, PREFIX))
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void charge(Ledger ledger) {
    UsageDefaults defaults = ledger.defaults();
    for (String type : NATS) {
      for (Resource nat : ledger.ofType(type)) {
        nat(ledger, nat, defaults.natGib());
      }
    }
    for (Resource endpoint : ledger.ofType(ENDPOINT)) {
      endpoint(ledger, endpoint, defaults.endpointGib());
    }
    for (String type : ENDPOINTS) {
      for (Resource endpoint : ledger.ofType(type)) {
        endpoint(ledger, endpoint, Optional.of(Ledger.HOURS), defaults.endpointGib());
      }
    }
    for (String type : ADDRESSES) {
      ledger.ofType(type).forEach(address -> address(ledger, address, BigDecimal.ONE));
    }
    for (Resource address : ledger.ofType(GOOGLE_ADDRESS)) {
      if (new Facts(address).text("addressType").orElse("EXTERNAL").equals("EXTERNAL")) {
        address(ledger, address, BigDecimal.ONE);
      }
    }
    for (Resource prefix : ledger.ofType(PREFIX)) {
      prefix(ledger, prefix);
    }
  }

  private static void nat(Ledger ledger, Resource nat, BigDecimal gib) {
    ledger.charge(Section.NETWORK, nat, "NAT gateway", Service.NAT_GATEWAY_HOUR, Ledger.HOURS);
    ledger.charge(Section.NETWORK, nat, "NAT gateway: data", Service.NAT_GATEWAY_GIB, gib);
    ledger.assume(gib + " GiB go through each NAT gateway");
    if (Types.of(nat).equals(CLOUD_NAT)) {
      ledger.assume("each NAT gateway is charged as for 32 machines and more, and has one address");
      if (new Facts(nat).text("natIpAllocateOption").orElse("AUTO_ONLY").equals("AUTO_ONLY")) {
        address(ledger, nat, BigDecimal.ONE);
      }
    }
  }

  private static void address(Ledger ledger, Resource address, BigDecimal count) {
    ledger.charge(
        Section.NETWORK,
        address,
        "Public IPv4 address",
        Service.PUBLIC_IPV4_HOUR,
        Ledger.HOURS.multiply(count));
  }

  /** Each address of a prefix costs, whether used or not. */
  private static void prefix(Ledger ledger, Resource prefix) {
    Optional<BigDecimal> hours =
        new Facts(prefix)
            .number("prefixLength", BITS)
            .map(length -> BigDecimal.valueOf(2).pow(Math.max(0, BITS - length.intValue())))
            .map(Ledger.HOURS::multiply);
    ledger.charge(
        Section.NETWORK, prefix, "Public IPv4 prefix", Service.PUBLIC_IPV4_PREFIX_HOUR, hours);
  }

  private static void endpoint(Ledger ledger, Resource endpoint, BigDecimal gib) {
    Facts facts = new Facts(endpoint);
    if (facts.isUndetermined("vpcEndpointType")) {
      ledger.unknown("Endpoint", endpoint);
      return;
    }
    // A gateway endpoint is free, and what is not said is a gateway.
    if (!facts.text("vpcEndpointType").orElse("Gateway").equals("Interface")) {
      return;
    }
    endpoint(ledger, endpoint, subnets(ledger, endpoint, facts).map(Ledger.HOURS::multiply), gib);
  }

  private static void endpoint(
      Ledger ledger, Resource endpoint, Optional<BigDecimal> hours, BigDecimal gib) {
    String item = Types.of(endpoint).equals(ENDPOINT) ? "Interface endpoint" : "Private endpoint";
    ledger.charge(Section.NETWORK, endpoint, item, Service.INTERFACE_ENDPOINT_HOUR, hours);
    ledger.charge(Section.NETWORK, endpoint, item + ": data", Service.INTERFACE_ENDPOINT_GIB, gib);
    ledger.assume(gib + " GiB go through each " + item.toLowerCase(Locale.ROOT));
  }

  /**
   * How many subnets an endpoint is in. A preview knows none of their ids, and then not even how
   * many there are; it knows the subnets that the endpoint depends on, which are those.
   */
  private static Optional<BigDecimal> subnets(Ledger ledger, Resource endpoint, Facts facts) {
    return facts
        .size("subnetIds")
        .or(
            () ->
                Optional.of(ledger.dependencies(endpoint, SUBNET).size())
                    .filter(count -> count > 0)
                    .map(BigDecimal::valueOf));
  }
}
