package dev.mlestate.testkit.parity;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cloud's components registered for an environment.
 *
 * @param types Pulumi's type tokens
 * @param outputs names of the stack's outputs
 */
public record RegisteredEstate(Set<String> types, Set<String> outputs) {
  public RegisteredEstate {
    types = Collections.unmodifiableSet(new TreeSet<>(types));
    outputs = Collections.unmodifiableSet(new TreeSet<>(outputs));
  }

  /** Whether a type is there, in whatever version of its API. */
  public boolean has(String type) {
    return types.stream().anyMatch(each -> withoutVersion(each).equals(type));
  }

  /** A raw token names the version of the API: azure-native:app/v20240301:ContainerApp. */
  private static String withoutVersion(String type) {
    return type.replaceFirst("/v[0-9]{8}(preview)?:", ":");
  }
}
