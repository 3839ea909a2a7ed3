package dev.mlestate.model;

/** The bounds of a pool. */
public record Nodes(
    @Key(
            value = "The fewest nodes",
            min = 0,
            max = 5000,
            computed =
                "cpu: 1 in dev, 2 in staging and prod; a slice of several hosts: all of them, or 0 if queued; otherwise 0")
        int min,
    @Key(
            value = "The most nodes, over all capacity options together",
            min = 1,
            max = 5000,
            computed =
                "the greater of nodes.min and: cpu: 3 in dev, 4 in staging, 6 in prod; tpu: the hosts of the slice; otherwise 1 in dev, 2 in staging, 4 in prod")
        int max) {}
