package dev.mlestate.model;

import java.util.Optional;

/** The private network. */
public record Network(
    @Key(
            value = "The network's private CIDR block, /16 to /24; not beside existing",
            format = Format.CIDR,
            standard = "\"10.40.0.0/16\"")
        String cidr,
    @Key(
            value = "How many availability zones it spans; not beside existing",
            min = 2,
            max = 6,
            dev = "2",
            staging = "2",
            prod = "3",
            computed = "of an existing network: those of its subnets")
        int zones,
    @Key(value = "How private subnets reach the internet", standard = "\"nat\"") Egress egress,
    @Key(value = "Whether the cloud's services are reached without the internet", standard = "true")
        boolean privateEndpoints,
    @Key("Records of the network's traffic; not beside existing") FlowLogs flowLogs,
    @Key(
            value = "A network that the company already has, to use instead of creating one",
            computed = "none")
        Optional<ExistingNetwork> existing) {}
