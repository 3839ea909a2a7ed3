package dev.mlestate.model;

import java.util.Optional;

/** Bounds of the rules; they may tighten organisation.yaml, never loosen it. */
public record PolicyParameters(
    @Key(
            value = "The most nodes that one pool may have",
            min = 1,
            max = 5000,
            computed = "the organisation's")
        Optional<Integer> maxNodesPerPool) {}
