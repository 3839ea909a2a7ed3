package dev.mlestate.engine.monitor;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The stack's configuration; keys like {@code aws:region} configure the default providers.
 *
 * @param secretKeys the keys whose values are secret
 */
public record Configuration(Map<String, String> values, Set<String> secretKeys) {
  public Configuration {
    values = new TreeMap<>(values);
    secretKeys = new TreeSet<>(secretKeys);
  }
}
