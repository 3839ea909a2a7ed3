package dev.mlestate.aws.encryption;

import com.pulumi.core.Output;
import dev.mlestate.model.KeyDomain;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** ARNs of the keys that components encrypt with, by what they protect. */
public final class EncryptionKeys {
  private final Map<KeyDomain, Output<String>> arns;

  private EncryptionKeys(Map<KeyDomain, Output<String>> arns) {
    this.arns = Collections.unmodifiableMap(arns);
  }

  /** No keys of the customer's: every resource uses the one that AWS manages for its service. */
  public static EncryptionKeys providerManaged() {
    return new EncryptionKeys(new EnumMap<>(KeyDomain.class));
  }

  public static EncryptionKeys of(Map<KeyDomain, Output<String>> arns) {
    Map<KeyDomain, Output<String>> copy = new EnumMap<>(KeyDomain.class);
    copy.putAll(arns);
    return new EncryptionKeys(copy);
  }

  /** The key's ARN; empty where AWS manages the key. */
  public Optional<Output<String>> arn(KeyDomain domain) {
    return Optional.ofNullable(arns.get(domain));
  }

  /** All of them, in the domains' order. */
  public Map<KeyDomain, Output<String>> arns() {
    return arns;
  }
}
