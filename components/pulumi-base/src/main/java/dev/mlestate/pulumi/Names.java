package dev.mlestate.pulumi;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Stage;
import dev.mlestate.planning.ShortNames;

/** Names from the estate and the environment: the same input gives the same name, always. */
public final class Names {
  private final String prefix;

  private Names(String prefix) {
    this.prefix = prefix;
  }

  public static Names of(Environment environment) {
    return of(environment.estate(), environment.environment());
  }

  public static Names of(String estate, Stage stage) {
    return new Names(ShortNames.prefix(estate, stage));
  }

  /** The estate and the environment, such as vision-dev. */
  public String prefix() {
    return prefix;
  }

  /** The prefix and the parts, joined by hyphens, such as vision-dev-train. */
  public String name(String... parts) {
    return prefix + "-" + String.join("-", parts);
  }

  /**
   * A name of at most {@code maxLength} characters. What is too long keeps its beginning and ends
   * in a hash of the whole, so that two long names stay different.
   */
  public static String limited(int maxLength, String name) {
    return ShortNames.limited(maxLength, name);
  }
}
