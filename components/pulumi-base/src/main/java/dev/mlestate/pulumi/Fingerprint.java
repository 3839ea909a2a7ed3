package dev.mlestate.pulumi;

import com.pulumi.core.Output;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names that change with what they name. Models, endpoint configurations and deployments never
 * change in place: a new one needs a name of its own, so that it can stand beside the old one until
 * the endpoint has moved.
 */
public final class Fingerprint {
  private static final int BYTES = 4;

  private Fingerprint() {}

  /**
   * The prefix and a hash.
   *
   * @param maxLength of the whole
   * @param contents everything by which the named thing can differ from its successor
   */
  public static Output<String> name(int maxLength, String prefix, List<Output<String>> contents) {
    String shortened = Names.limited(maxLength - 2 * BYTES - 1, prefix);
    return Output.all(contents).applyValue(values -> shortened + "-" + hash(values));
  }

  private static String hash(List<String> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String value : values) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
