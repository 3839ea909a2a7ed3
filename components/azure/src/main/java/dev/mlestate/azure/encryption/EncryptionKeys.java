package dev.mlestate.azure.encryption;

import dev.mlestate.model.KeyDomain;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Keys that components encrypt with, by what they protect. */
public final class EncryptionKeys {
  private final Map<KeyDomain, EncryptionKey> keys;

  private EncryptionKeys(Map<KeyDomain, EncryptionKey> keys) {
    this.keys = Collections.unmodifiableMap(keys);
  }

  /** No keys of the customer's: every resource uses the one that Microsoft manages. */
  public static EncryptionKeys providerManaged() {
    return of(Map.of());
  }

  public static EncryptionKeys of(Map<KeyDomain, EncryptionKey> keys) {
    Map<KeyDomain, EncryptionKey> copy = new EnumMap<>(KeyDomain.class);
    copy.putAll(keys);
    return new EncryptionKeys(copy);
  }

  /** The domain's key; empty where Microsoft manages it. */
  public Optional<EncryptionKey> key(KeyDomain domain) {
    return Optional.ofNullable(keys.get(domain));
  }

  /** All of them, in the domains' order. */
  public Map<KeyDomain, EncryptionKey> keys() {
    return keys;
  }
}
