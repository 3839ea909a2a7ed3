package dev.mlestate.engine.state;

import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ciphers of one store by their salts: a preview, an up and an export that follow one another
 * derive the key once.
 *
 * <p>To derive a key takes seconds on a virtual machine that compiles little. The one that comes
 * from the passphrase in the state's own folder is kept in a file beside it, for who reads the one
 * could derive the other; one from the user's passphrase is kept in memory only.
 */
final class Ciphers {
  private final Passphrases passphrases;
  private final Map<String, PassphraseCipher> bySalt = new ConcurrentHashMap<>();

  Ciphers(Passphrases passphrases) {
    this.passphrases = passphrases;
  }

  PassphraseCipher open(String salt) {
    return bySalt.computeIfAbsent(
        salt,
        text ->
            kept(text).orElseGet(() -> keep(PassphraseCipher.open(passphrases.find(true), text))));
  }

  PassphraseCipher create() {
    PassphraseCipher cipher = keep(PassphraseCipher.create(passphrases.find(false)));
    bySalt.put(cipher.salt(), cipher);
    return cipher;
  }

  private PassphraseCipher keep(PassphraseCipher cipher) {
    Optional<Path> file = passphrases.keyFile();
    if (file.isPresent()) {
      String text = cipher.salt() + "\n" + Base64.getEncoder().encodeToString(cipher.key()) + "\n";
      try {
        StateFiles.writeAtomically(file.get(), text.getBytes(StandardCharsets.US_ASCII));
      } catch (ProblemException e) {
        // A reader of a folder that it may not write derives the key again the next time.
        return cipher;
      }
    }
    return cipher;
  }

  /** The key in the file; one that is not of that salt is none. */
  private Optional<PassphraseCipher> kept(String salt) {
    Optional<Path> file = passphrases.keyFile().filter(Files::exists);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String[] lines = Files.readString(file.get(), StandardCharsets.US_ASCII).split("\n", -1);
      return lines.length > 1 && lines[0].equals(salt)
          ? PassphraseCipher.restore(Base64.getDecoder().decode(lines[1]), salt)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
