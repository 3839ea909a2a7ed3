package dev.mlestate.model;

/** A private subnet that the company already has. */
public record ExistingSubnet(String id, String zone, String cidr) {}
