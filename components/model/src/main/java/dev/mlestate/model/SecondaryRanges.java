package dev.mlestate.model;

/** Names of secondary ranges of an existing subnet. */
public record SecondaryRanges(
    @Key(value = "The range of the pods", required = true, format = Format.GCP_NAME, longest = 63)
        String pods,
    @Key(
            value = "The range of the Kubernetes services",
            required = true,
            format = Format.GCP_NAME,
            longest = 63)
        String services) {}
