package dev.mlestate.model;

import java.util.Optional;

/**
 * What an estimate assumes of one thing.
 *
 * @param storedGib GiB
 * @param egressGib GiB a month
 * @param millionRequests a month
 */
public record Usage(
    Optional<Double> hoursPerDay,
    Optional<Double> storedGib,
    Optional<Double> egressGib,
    Optional<Double> millionRequests) {}
