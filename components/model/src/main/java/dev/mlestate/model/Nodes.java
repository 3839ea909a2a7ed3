package dev.mlestate.model;

/** The bounds of a pool. */
public record Nodes(int min, int max) {}
