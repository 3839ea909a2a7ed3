package dev.mlestate.model;

import java.util.Optional;

/**
 * An endpoint for predictions.
 *
 * @param model a name of registry.models; default: the endpoint's name
 * @param modelVersion the approved version in the registry; default 1
 * @param cpu what a replica without accelerator has; for serverless its memory
 * @param replicas for serverless, max is the number of concurrent requests
 */
public record Serving(
    String name,
    Optional<String> team,
    ServingKind kind,
    String model,
    int modelVersion,
    Optional<ServingAccelerator> accelerator,
    Cpu cpu,
    Replicas replicas,
    Capture capture) {}
