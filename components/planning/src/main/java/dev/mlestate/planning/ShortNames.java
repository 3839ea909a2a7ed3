package dev.mlestate.planning;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Stage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How names of an estate begin, and how those that are too long for a cloud become short. */
public final class ShortNames {
  private static final int HASH_LENGTH = 8;

  private ShortNames() {}

  /** The estate and the environment, such as vision-dev. */
  public static String prefix(Environment environment) {
    return prefix(environment.estate(), environment.environment());
  }

  /** The estate and the environment, such as vision-dev. */
  public static String prefix(String estate, Stage stage) {
    return estate + "-" + stage.word();
  }

  /**
   * A name of at most {@code maxLength} characters. What is too long keeps its beginning and ends
   * in a hash of the whole, so that two long names stay different.
   *
   * @throws IllegalArgumentException if there is no room for a hash
   */
  public static String limited(int maxLength, String name) {
    if (maxLength <= HASH_LENGTH + 1) {
      throw new IllegalArgumentException("no room for a hash in " + maxLength + " characters");
    }
    if (name.length() <= maxLength) {
      return name;
    }
    // A cut after a hyphen would leave two in a row, which Azure refuses.
    String begin = name.substring(0, maxLength - HASH_LENGTH - 1).replaceAll("-+$", "");
    return begin + "-" + hash(HASH_LENGTH, name);
  }

  /** So many hexadecimal digits, at most 64, that stand for a text. */
  public static String hash(int digits, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
