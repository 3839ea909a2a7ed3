package dev.mlestate.model;

import java.util.Optional;

/** A team that owns node pools and servings. */
public record Team(
    @Key(
            value = "The team's name; a tag of what it owns",
            required = true,
            format = Format.NAME,
            longest = 30)
        String name,
    @Key(
            value = "The cost centre of what it owns",
            format = Format.TAG,
            longest = 63,
            computed = "the environment's costCenter")
        String costCenter,
    @Key(
            value = "The most accelerator hours of the team in a month",
            unit = "accelerator hours",
            min = 0,
            max = 1000000000.0,
            computed = "no cap but the environment's")
        Optional<Integer> gpuHoursPerMonth) {}
