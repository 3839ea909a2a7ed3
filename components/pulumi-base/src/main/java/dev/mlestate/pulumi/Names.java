package dev.mlestate.pulumi;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names from the estate and the environment: the same input gives the same name, always. */
public final class Names {
  private static final int HASH_LENGTH = 8;

  private final String prefix;

  private Names(String prefix) {
    this.prefix = prefix;
  }

  public static Names of(Environment environment) {
    return of(environment.estate(), environment.environment());
  }

  public static Names of(String estate, Stage stage) {
    return new Names(estate + "-" + stage.word());
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
    if (maxLength <= HASH_LENGTH + 1) {
      throw new IllegalArgumentException("no room for a hash in " + maxLength + " characters");
    }
    if (name.length() <= maxLength) {
      return name;
    }
    return name.substring(0, maxLength - HASH_LENGTH - 1) + "-" + hash(name);
  }

  private static String hash(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_LENGTH / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
