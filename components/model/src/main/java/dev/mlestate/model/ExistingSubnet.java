package dev.mlestate.model;

/** A private subnet that the company already has. */
public record ExistingSubnet(
    @Key(value = "The subnet's id; on AWS subnet-…", required = true, longest = 100) String id,
    @Key(value = "Its availability zone, such as us-east-1a", required = true, longest = 40)
        String zone,
    @Key(value = "Its CIDR block", required = true, format = Format.CIDR) String cidr) {}
