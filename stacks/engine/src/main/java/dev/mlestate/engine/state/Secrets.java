package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.wire.SecretCipher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The encryption of one state. The key is derived at the first secret only: that takes half a
 * second by design, and most runs see no secret.
 */
final class Secrets implements SecretCipher {
  private final Ciphers ciphers;
  private Optional<String> salt;
  private @Nullable PassphraseCipher cipher;

  Secrets(Ciphers ciphers, Optional<String> salt) {
    this.ciphers = ciphers;
    this.salt = salt;
  }

  /** The salt in a deployment's {@code secrets_providers}; empty where it has none. */
  static Optional<String> saltOf(JsonNode deployment) {
    JsonNode provider = deployment.path("secrets_providers");
    if (provider.isMissingNode() || provider.isNull()) {
      return Optional.empty();
    }
    String type = provider.path("type").asText();
    if (!type.equals("passphrase")) {
      throw new IllegalArgumentException(
          "its secrets are encrypted by '" + type + "', only 'passphrase' is supported");
    }
    String salt = provider.path("state").path("salt").asText();
    if (!PassphraseCipher.isSalt(salt)) {
      throw new IllegalArgumentException("the salt of its secrets is malformed");
    }
    return Optional.of(salt);
  }

  /** The deployment's {@code secrets_providers}; empty as long as there is no secret. */
  synchronized Optional<ObjectNode> provider() {
    return salt.map(
        text -> {
          ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "passphrase");
          node.putObject("state").put("salt", text);
          return node;
        });
  }

  /**
   * Tells a wrong passphrase before anything is done: the first secret may be the output of
   * something that exists by then.
   */
  synchronized void verify() {
    if (salt.isPresent()) {
      PassphraseCipher unused = cipher();
    }
  }

  /** Goes on with the salt of a state that is taken over, where there was no secret yet. */
  synchronized void adopt(Optional<String> imported) {
    if (salt.isEmpty()) {
      salt = imported;
    }
  }

  private synchronized PassphraseCipher cipher() {
    PassphraseCipher ready = cipher;
    if (ready == null) {
      ready = salt.isPresent() ? ciphers.open(salt.get()) : ciphers.create();
      cipher = ready;
      salt = Optional.of(ready.salt());
    }
    return ready;
  }

  @Override
  public String encrypt(String plaintext) {
    return cipher().encrypt(plaintext);
  }

  @Override
  public String decrypt(String ciphertext) {
    return cipher().decrypt(ciphertext);
  }
}
