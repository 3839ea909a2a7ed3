package dev.mlestate.model;

import java.util.Optional;

/** What an estimate assumes of one thing. */
public record Usage(
    @Key(
            value = "How long a pool or serving runs above its least size",
            unit = "hours a day",
            min = 0,
            max = 24,
            computed = "see the estimate's assumptions")
        Optional<Double> hoursPerDay,
    @Key(
            value = "What lies in the data lake",
            unit = "GiB",
            min = 0,
            max = 1000000000000.0,
            computed = "see the estimate's assumptions")
        Optional<Double> storedGib,
    @Key(
            value = "What leaves for the internet in a month",
            unit = "GiB a month",
            min = 0,
            max = 1000000000000.0,
            computed = "see the estimate's assumptions")
        Optional<Double> egressGib,
    @Key(
            value = "The requests of a month",
            unit = "million requests a month",
            min = 0,
            max = 1000000000.0,
            computed = "see the estimate's assumptions")
        Optional<Double> millionRequests) {}
