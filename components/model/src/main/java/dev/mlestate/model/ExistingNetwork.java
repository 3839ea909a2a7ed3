package dev.mlestate.model;

import java.util.List;

/** A network that the company already has. */
public record ExistingNetwork(
    @Key(value = "The network's id; on AWS vpc-…", required = true, longest = 100) String id,
    @Key(
            value = "Its private subnets that the environment may use, in two zones at the least",
            required = true,
            fewest = 2,
            most = 40)
        List<ExistingSubnet> privateSubnets) {
  public ExistingNetwork {
    privateSubnets = List.copyOf(privateSubnets);
  }
}
