package dev.mlestate.engine.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the passphrase of a stack as Pulumi does, or makes one that stays in the state's folder.
 */
public final class Passphrases {
  private static final String VARIABLE = "PULUMI_CONFIG_PASSPHRASE";
  private static final String FILE_VARIABLE = "PULUMI_CONFIG_PASSPHRASE_FILE";
  private static final int KEY_BYTES = 32;

  private final Path folder;
  private final Map<String, String> environment;

  Passphrases(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /**
   * The passphrase that the user names in the environment; empty if there is none.
   *
   * @throws dev.mlestate.problem.ProblemException if the file that is named cannot be read
   */
  public static Optional<String> named(Map<String, String> environment) {
    @Nullable String phrase = environment.get(VARIABLE);
    if (phrase != null) {
      return Optional.of(phrase);
    }
    String file = environment.getOrDefault(FILE_VARIABLE, "");
    return file.isEmpty() ? Optional.empty() : Optional.of(read(Path.of(file)));
  }

  /**
   * The passphrase.
   *
   * @param encrypted whether there are secrets already, so that a new one would open nothing
   */
  String find(boolean encrypted) {
    Optional<String> named = named(environment);
    if (named.isPresent()) {
      return named.get();
    }
    Path own = folder.resolve("passphrase");
    if (!Files.exists(own)) {
      if (encrypted) {
        throw PassphraseCipher.incorrect();
      }
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      StateFiles.writeAtomically(
          own, Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII));
    }
    return read(own);
  }

  /** Where the key of the folder's own passphrase is kept; empty if the user has named another. */
  Optional<Path> keyFile() {
    boolean own =
        !environment.containsKey(VARIABLE) && environment.getOrDefault(FILE_VARIABLE, "").isEmpty();
    return own ? Optional.of(folder.resolve("passphrase.key")) : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw StateFiles.unreadable(file, e);
    }
  }
}
