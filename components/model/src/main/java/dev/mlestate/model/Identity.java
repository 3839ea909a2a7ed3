package dev.mlestate.model;

import java.util.Map;

/**
 * Who works in the environment.
 *
 * @param groups e-mail address of the directory group, by role: dataScientists, mlEngineers,
 *     auditors
 */
public record Identity(Map<String, String> groups) {}
