package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.SecretCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pulumi's passphrase encryption: AES-256-GCM with a key from 1,000,000 rounds of PBKDF2 over
 * SHA-256, {@code v1:nonce:ciphertext} in base 64 (pkg/secrets/passphrase and
 * sdk/go/common/resource/config/crypt.go of Pulumi 3.260).
 *
 * <p>What was decrypted encrypts to the same text again, so that a state whose secrets did not
 * change does not change either.
 */
public final class PassphraseCipher implements SecretCipher {
  private static final int ROUNDS = 1_000_000;
  private static final int KEY_BITS = 256;
  private static final int TAG_BITS = 128;
  private static final int NONCE_BYTES = 12;
  private static final int SALT_BYTES = 8;
  private static final String VERSION = "v1";
  private static final String WITNESS = "pulumi";

  private final SecretKeySpec key;
  private final String salt;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> known = new ConcurrentHashMap<>();

  private PassphraseCipher(String passphrase, byte[] saltBytes) {
    this.key = derive(passphrase, saltBytes);
    this.salt =
        VERSION
            + ":"
            + Base64.getEncoder().encodeToString(saltBytes)
            + ":"
            + encryptAfresh(WITNESS);
  }

  private PassphraseCipher(SecretKeySpec key, String salt) {
    this.key = key;
    this.salt = salt;
  }

  /** A cipher with a salt of its own. */
  public static PassphraseCipher create(String passphrase) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new PassphraseCipher(passphrase, salt);
  }

  /**
   * The cipher of a state's salt.
   *
   * @throws IllegalArgumentException if the salt is none
   * @throws ProblemException if the passphrase is not the one of that salt
   */
  public static PassphraseCipher open(String passphrase, String salt) {
    if (!isSalt(salt)) {
      throw new IllegalArgumentException("the state's salt is malformed");
    }
    String[] parts = salt.split(":", 3);
    PassphraseCipher cipher =
        new PassphraseCipher(derive(passphrase, Base64.getDecoder().decode(parts[1])), salt);
    try {
      if (cipher.unseal(parts[2]).equals(WITNESS)) {
        return cipher;
      }
    } catch (AEADBadTagException e) {
      // The key that the passphrase gives does not open the witness.
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the state's salt is malformed", e);
    }
    throw incorrect();
  }

  static ProblemException incorrect() {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            "PULUMI_CONFIG_PASSPHRASE",
            "incorrect passphrase: the secrets of this stack are encrypted with another one",
            "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to the passphrase that"
                + " the stack was brought up with"));
  }

  /** The cipher of a key that was derived before; empty if the key is not that of the salt. */
  static Optional<PassphraseCipher> restore(byte[] key, String salt) {
    if (!isSalt(salt)) {
      return Optional.empty();
    }
    PassphraseCipher cipher = new PassphraseCipher(new SecretKeySpec(key, "AES"), salt);
    try {
      return cipher.unseal(salt.split(":", 3)[2]).equals(WITNESS)
          ? Optional.of(cipher)
          : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The derived key. */
  byte[] key() {
    return key.getEncoded();
  }

  /** Whether a text has the form of a salt: version, salt and a ciphertext as witness. */
  static boolean isSalt(String text) {
    String[] parts = text.split(":", -1);
    return parts.length == 5 && parts[0].equals(VERSION) && parts[2].equals(VERSION);
  }

  /** The state's {@code salt}: version, salt and a witness that tells a wrong passphrase. */
  public String salt() {
    return salt;
  }

  private static SecretKeySpec derive(String passphrase, byte[] salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, KEY_BITS);
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return new SecretKeySpec(factory.generateSecret(spec).getEncoded(), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks PBKDF2 with SHA-256", e);
    }
  }

  @Override
  public String encrypt(String plaintext) {
    return known.computeIfAbsent(plaintext, this::encryptAfresh);
  }

  private String encryptAfresh(String plaintext) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] sealed = cipher.doFinal(plaintext.getBytes(StandardCharsets.UTF_8));
      Base64.Encoder base64 = Base64.getEncoder();
      return VERSION + ":" + base64.encodeToString(nonce) + ":" + base64.encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks AES-256-GCM", e);
    }
  }

  @Override
  public String decrypt(String ciphertext) {
    try {
      String plaintext = unseal(ciphertext);
      known.putIfAbsent(plaintext, ciphertext);
      return plaintext;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a secret's ciphertext is damaged", e);
    }
  }

  private String unseal(String ciphertext) throws GeneralSecurityException {
    String[] parts = ciphertext.split(":", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      throw new IllegalArgumentException("a secret's ciphertext is malformed");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = Base64.getDecoder().decode(parts[1]);
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
    return new String(cipher.doFinal(Base64.getDecoder().decode(parts[2])), StandardCharsets.UTF_8);
  }
}
