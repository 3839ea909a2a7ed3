package dev.mlestate.simulated.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digits that look random and are always the same for the same origin. */
public final class Digests {
  private Digests() {}

  /** That many hexadecimal digits, at most 64. */
  public static String hex(int digits, String... origin) {
    return HexFormat.of()
        .formatHex(sha256(String.join("\u0000", origin).getBytes(StandardCharsets.UTF_8)))
        .substring(0, digits);
  }

  /** A UUID's text. */
  public static String uuid(String... origin) {
    String hex = hex(32, origin);
    return "%s-%s-4%s-a%s-%s"
        .formatted(
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(13, 16),
            hex.substring(17, 20),
            hex.substring(20, 32));
  }

  public static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
