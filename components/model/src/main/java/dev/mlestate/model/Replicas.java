package dev.mlestate.model;

/** The bounds of an endpoint. */
public record Replicas(
    @Key(
            value = "The fewest replicas; for serverless the provisioned concurrency, 0: none",
            min = 0,
            max = 1000,
            computed = "realtime: 1 in dev and staging, 2 in prod; serverless: 0")
        int min,
    @Key(
            value = "The most replicas; for serverless the most concurrent requests, 1 to 200",
            min = 1,
            max = 1000,
            computed =
                "the greater of replicas.min and: realtime: 2 in dev and staging, 4 in prod; serverless: 5 in dev, 10 in staging, 20 in prod")
        int max) {}
