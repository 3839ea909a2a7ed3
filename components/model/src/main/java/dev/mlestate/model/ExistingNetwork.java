package dev.mlestate.model;

import java.util.List;

/**
 * A network that the company already has.
 *
 * @param id the VPC's id
 */
public record ExistingNetwork(String id, List<ExistingSubnet> privateSubnets) {
  public ExistingNetwork {
    privateSubnets = List.copyOf(privateSubnets);
  }
}
