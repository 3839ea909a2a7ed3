package dev.mlestate.engine.state;

import dev.mlestate.wire.SecretCipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
   * @throws IllegalArgumentException if the passphrase is not the one of that salt, or the salt is
   *     none
   */
  public static PassphraseCipher open(String passphrase, String salt) {
    String[] parts = salt.split(":", 3);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      throw new IllegalArgumentException("the state's salt is malformed");
    }
    PassphraseCipher cipher =
        new PassphraseCipher(derive(passphrase, Base64.getDecoder().decode(parts[1])), salt);
    if (!cipher.decrypt(parts[2]).equals(WITNESS)) {
      throw new IllegalArgumentException("incorrect passphrase");
    }
    return cipher;
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
    String[] parts = ciphertext.split(":", -1);
    if (parts.length != 3 || !parts[0].equals(VERSION)) {
      throw new IllegalArgumentException("a secret's ciphertext is malformed");
    }
    try {
      byte[] nonce = Base64.getDecoder().decode(parts[1]);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      byte[] plain = cipher.doFinal(Base64.getDecoder().decode(parts[2]));
      String plaintext = new String(plain, StandardCharsets.UTF_8);
      known.putIfAbsent(plaintext, ciphertext);
      return plaintext;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("incorrect passphrase", e);
    }
  }
}
