package dev.mlestate.catalog;

import dev.mlestate.model.AcceleratorType;

/**
 * What is true of an accelerator on every cloud.
 *
 * @param kubernetesResource what a pod asks for, such as nvidia.com/gpu; also the taint's key
 */
public record AcceleratorFact(
    AcceleratorType type, String vendor, String kubernetesResource, Source source) {}
