package dev.mlestate.model;

/** Who hears of trouble, and how long logs stay. */
public record Monitoring(
    @Key(value = "Who hears of alerts", format = Format.EMAIL, computed = "the owner")
        String alertEmail,
    @Key(
            value = "How long logs are kept (CloudWatch has steps: 30, 60, 90, … 365, 400, …)",
            unit = "days",
            min = 1,
            max = 3653,
            dev = "30",
            staging = "90",
            prod = "365")
        int logRetentionDays) {}
