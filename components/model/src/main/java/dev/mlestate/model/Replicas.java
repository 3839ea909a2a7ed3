package dev.mlestate.model;

/** The bounds of an endpoint. */
public record Replicas(int min, int max) {}
