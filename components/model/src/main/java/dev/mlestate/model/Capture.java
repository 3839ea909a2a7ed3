package dev.mlestate.model;

/** How much of the predictions' traffic is recorded. */
public record Capture(
    @Key(
            value = "The share of requests and answers that is recorded in the data lake; 0: none",
            unit = "percent",
            min = 0,
            max = 100,
            computed = "realtime: 0 in dev, 10 in staging, 20 in prod; serverless: 0")
        int percent) {}
