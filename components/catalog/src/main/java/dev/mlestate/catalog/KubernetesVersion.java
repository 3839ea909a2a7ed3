package dev.mlestate.catalog;

import dev.mlestate.model.Cloud;
import java.time.LocalDate;

/**
 * A version of a cloud's managed Kubernetes.
 *
 * @param version such as 1.36
 * @param endOfStandardSupport after that day it costs more
 * @param endOfExtendedSupport after that day it is not offered
 */
public record KubernetesVersion(
    Cloud cloud,
    String version,
    LocalDate endOfStandardSupport,
    LocalDate endOfExtendedSupport,
    Source source) {}
