package dev.mlestate.model;

import java.util.Optional;

/**
 * The private network.
 *
 * @param cidr ignored where the network exists
 * @param zones how many zones it spans
 * @param privateEndpoints whether the cloud's services are reached without the internet
 * @param existing use this network instead of creating one
 */
public record Network(
    String cidr,
    int zones,
    Egress egress,
    boolean privateEndpoints,
    FlowLogs flowLogs,
    Optional<ExistingNetwork> existing) {}
