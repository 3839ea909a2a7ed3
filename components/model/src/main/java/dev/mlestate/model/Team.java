package dev.mlestate.model;

import java.util.Optional;

/**
 * A team that owns node pools and servings.
 *
 * @param gpuHoursPerMonth its cap on accelerator hours
 */
public record Team(String name, String costCenter, Optional<Integer> gpuHoursPerMonth) {}
