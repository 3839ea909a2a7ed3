package dev.mlestate.model;

import java.util.Map;

/**
 * Keys at rest.
 *
 * @param rotationDays days between rotations
 * @param deletionWindowDays days in which a deletion can be undone
 * @param existing ids (on AWS: ARNs) of keys to use instead of creating them
 */
public record Encryption(
    KeyManagement keys,
    int rotationDays,
    int deletionWindowDays,
    Map<KeyDomain, String> existing) {}
