package dev.mlestate.engine.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The ciphers of one store by their salts: a preview, an up and an export that follow one another
 * derive the key once.
 */
final class Ciphers {
  private final Supplier<String> passphrase;
  private final Map<String, PassphraseCipher> bySalt = new ConcurrentHashMap<>();

  Ciphers(Supplier<String> passphrase) {
    this.passphrase = passphrase;
  }

  PassphraseCipher open(String salt) {
    return bySalt.computeIfAbsent(salt, text -> PassphraseCipher.open(passphrase.get(), text));
  }

  PassphraseCipher create() {
    PassphraseCipher cipher = PassphraseCipher.create(passphrase.get());
    bySalt.put(cipher.salt(), cipher);
    return cipher;
  }
}
