package dev.mlestate.aws.serving;

import com.pulumi.core.Output;
import dev.mlestate.pulumi.Names;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names that change with what they name. Models and endpoint configurations never change in place:
 * a new one needs a name of its own, so that it can stand beside the old one until the endpoint has
 * moved.
 */
final class Fingerprint {
  /**
   * The longest name of models, configurations and endpoints (SageMaker API; general knowledge, not
   * read).
   */
  static final int MAX_NAME_LENGTH = 63;

  private static final int BYTES = 4;

  private Fingerprint() {}

  /**
   * The prefix and a hash.
   *
   * @param contents everything by which the named thing can differ from its successor
   */
  static Output<String> name(String prefix, List<Output<String>> contents) {
    String shortened = Names.limited(MAX_NAME_LENGTH - 2 * BYTES - 1, prefix);
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
