package dev.mlestate.wire;

/** Encrypts what the state keeps of secrets. */
public interface SecretCipher {
  /** The ciphertext of a secret's JSON. */
  String encrypt(String plaintext);

  /**
   * The JSON of a secret.
   *
   * @throws RuntimeException if the text was encrypted with another key or is damaged
   */
  String decrypt(String ciphertext);
}
