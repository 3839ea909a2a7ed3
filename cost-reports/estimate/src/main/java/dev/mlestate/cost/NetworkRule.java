package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import dev.mlestate.inventory.Resource;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** NAT gateways, interface endpoints and public addresses. */
final class NetworkRule implements CostRule {
  private static final String NAT = "aws:ec2/natGateway:NatGateway";
  private static final String ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String ADDRESS = "aws:ec2/eip:Eip";

  @Override
  public Set<String> types() {
    return Set.of(NAT, ENDPOINT, ADDRESS);
  }

  @Override
  public void charge(Ledger ledger) {
    UsageDefaults defaults = ledger.defaults();
    for (Resource nat : ledger.ofType(NAT)) {
      ledger.charge(Section.NETWORK, nat, "NAT gateway", Service.NAT_GATEWAY_HOUR, Ledger.HOURS);
      ledger.charge(
          Section.NETWORK, nat, "NAT gateway: data", Service.NAT_GATEWAY_GIB, defaults.natGib());
      ledger.assume(defaults.natGib() + " GiB go through each NAT gateway");
    }
    for (Resource endpoint : ledger.ofType(ENDPOINT)) {
      endpoint(ledger, endpoint, defaults.endpointGib());
    }
    for (Resource address : ledger.ofType(ADDRESS)) {
      ledger.charge(
          Section.NETWORK, address, "Public IPv4 address", Service.PUBLIC_IPV4_HOUR, Ledger.HOURS);
    }
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
    Optional<BigDecimal> hours = subnets(ledger, endpoint, facts).map(Ledger.HOURS::multiply);
    ledger.charge(
        Section.NETWORK, endpoint, "Interface endpoint", Service.INTERFACE_ENDPOINT_HOUR, hours);
    ledger.charge(
        Section.NETWORK, endpoint, "Interface endpoint: data", Service.INTERFACE_ENDPOINT_GIB, gib);
    ledger.assume(gib + " GiB go through each interface endpoint");
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
