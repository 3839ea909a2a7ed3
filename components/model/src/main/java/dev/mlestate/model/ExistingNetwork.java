package dev.mlestate.model;

import java.util.List;

/** A network that the company already has. */
public record ExistingNetwork(
    @Key(
            value =
                "The network's id: on AWS vpc-…, on GCP projects/…/global/networks/…, on Azure its resource id",
            required = true,
            longest = 400)
        String id,
    @Key(
            value =
                "Its private subnets that the environment may use; on AWS in two zones at the least, on GCP and Azure clusters use them in turn",
            required = true,
            fewest = 1,
            most = 40)
        List<ExistingSubnet> privateSubnets) {
  public ExistingNetwork {
    privateSubnets = List.copyOf(privateSubnets);
  }
}
