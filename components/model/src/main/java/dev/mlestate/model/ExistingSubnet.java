package dev.mlestate.model;

import java.util.Optional;

/** A private subnet that the company already has. */
public record ExistingSubnet(
    @Key(
            value = "The subnet's id: on AWS subnet-…, on GCP and Azure its resource id",
            required = true,
            longest = 400)
        String id,
    @Key(
            value = "Its availability zone, such as us-east-1a; on AWS alone, where it is required",
            longest = 40,
            computed = "none: subnets of GCP and Azure span zones")
        Optional<String> zone,
    @Key(value = "Its CIDR block", required = true, format = Format.CIDR) String cidr,
    @Key(
            value =
                "What lies in it: nodes, or on Azure the private endpoints or the serverless replicas",
            standard = "\"nodes\"")
        SubnetUse use) {}
