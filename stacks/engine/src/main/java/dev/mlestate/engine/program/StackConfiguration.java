package dev.mlestate.engine.program;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration of a stack as its program gets it: secrets decrypted, objects as JSON.
 *
 * @param values by key with namespace, such as {@code aws:region}
 * @param secretKeys the keys of which a part, at least, is encrypted in the stack's file
 */
public record StackConfiguration(SortedMap<String, String> values, SortedSet<String> secretKeys) {
  public StackConfiguration {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    secretKeys = Collections.unmodifiableSortedSet(new TreeSet<>(secretKeys));
  }

  /**
   * Reads a stack's configuration and applies what the project declares; a stack without a file has
   * only that.
   *
   * @param environment where PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE is looked up
   *     if a value is encrypted
   * @throws dev.mlestate.problem.ProblemException of kind CONFIGURATION with everything that is
   *     wrong
   */
  public static StackConfiguration read(
      PulumiProject project, String stack, java.util.Map<String, String> environment) {
    return new StackFileReader(project, stack, environment).read();
  }

  /** Never the values: some are secret. */
  @Override
  public String toString() {
    return "StackConfiguration" + values.keySet();
  }
}
