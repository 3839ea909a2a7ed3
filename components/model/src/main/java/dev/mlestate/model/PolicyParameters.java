package dev.mlestate.model;

import java.util.Optional;

/** Bounds of the rules; they may tighten organisation.yaml, never loosen it. */
public record PolicyParameters(Optional<Integer> maxNodesPerPool) {}
