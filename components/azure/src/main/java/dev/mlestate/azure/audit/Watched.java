package dev.mlestate.azure.audit;

import com.pulumi.core.Output;

/**
 * Something whose use is recorded.
 *
 * @param name a word for it, unique in a trail
 * @param id resource id
 */
public record Watched(String name, Output<String> id) {}
