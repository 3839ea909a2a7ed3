package dev.mlestate.model;

/** The trail of who did what. */
public record Audit(
    @Key(
            value = "How long the trail is kept",
            unit = "days",
            min = 1,
            max = 36500,
            dev = "90",
            staging = "365",
            prod = "2555")
        int retentionDays,
    @Key(
            value = "Whether nobody, not even the account's root, can delete the trail before",
            standard = "true")
        boolean immutable) {}
