package dev.mlestate.engine.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passphrase of a stack as Pulumi does, or makes one that stays in the state's folder.
 */
final class Passphrases {
  private static final int KEY_BYTES = 32;

  private Passphrases() {}

  static String find(Path folder, Map<String, String> environment) {
    @Nullable String phrase = environment.get("PULUMI_CONFIG_PASSPHRASE");
    if (phrase != null) {
      return phrase;
    }
    @Nullable String file = environment.get("PULUMI_CONFIG_PASSPHRASE_FILE");
    if (file != null && !file.isEmpty()) {
      return read(Path.of(file));
    }
    Path own = folder.resolve("passphrase");
    if (!Files.exists(own)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      StateFiles.writeAtomically(
          own, Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII));
    }
    return read(own);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw StateFiles.unreadable(file, e);
    }
  }
}
