package dev.mlestate.aws.encryption;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import dev.mlestate.aws.iam.AwsAccount;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.KeyManagement;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A KMS key and its alias for each domain, rotated, with a key policy of its own. A domain whose
 * key exists uses that one; where AWS manages the keys, none is made.
 */
public final class Encryption extends EstateComponent {
  private final Map<KeyDomain, Key> created = new EnumMap<>(KeyDomain.class);
  private final Map<KeyDomain, Alias> aliases = new EnumMap<>(KeyDomain.class);
  private final Map<KeyDomain, Output<String>> ids = new EnumMap<>(KeyDomain.class);
  private final EncryptionKeys keys;

  private Encryption(Builder builder) {
    super("mlestate:aws:Encryption", builder);
    AwsAccount account = ComponentBuilder.required(builder.account, "account");
    Map<KeyDomain, Output<String>> arns = new EnumMap<>(KeyDomain.class);
    for (KeyDomain domain : KeyDomain.values()) {
      String existing = builder.existing.get(domain);
      if (existing != null) {
        arns.put(domain, Output.of(existing));
        ids.put(domain, Output.of(existing.substring(existing.lastIndexOf('/') + 1)));
      } else if (builder.keys == KeyManagement.CUSTOMER_MANAGED) {
        Key key = create(domain, account, builder);
        arns.put(domain, key.arn());
        ids.put(domain, key.keyId());
      }
    }
    keys = EncryptionKeys.of(arns);
    Map<String, Output<?>> outputs = new TreeMap<>();
    arns.forEach((domain, arn) -> outputs.put(domain.word() + "KeyArn", arn));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private Key create(KeyDomain domain, AwsAccount account, Builder builder) {
    String name = child(domain.word());
    Key key =
        new Key(
            name,
            KeyArgs.builder()
                .description("Encrypts the " + domain.word() + " of " + componentName())
                .enableKeyRotation(true)
                .rotationPeriodInDays(builder.rotationDays)
                .deletionWindowInDays(builder.deletionWindowDays)
                .policy(KeyPolicies.of(domain, account).json())
                .tags(tagsNamed(name))
                .build(),
            parented());
    created.put(domain, key);
    aliases.put(
        domain,
        new Alias(
            name,
            AliasArgs.builder().name("alias/" + name).targetKeyId(key.keyId()).build(),
            parented()));
    return key;
  }

  /** What other components encrypt with. */
  public EncryptionKeys keys() {
    return keys;
  }

  /** The ids of all keys, those that exist included. */
  public Map<KeyDomain, Output<String>> keyIds() {
    return new EnumMap<>(ids);
  }

  /** The key made for the domain, if one was. */
  public Optional<Key> key(KeyDomain domain) {
    return Optional.ofNullable(created.get(domain));
  }

  /** The alias made for the domain, if one was. */
  public Optional<Alias> alias(KeyDomain domain) {
    return Optional.ofNullable(aliases.get(domain));
  }

  /** Builds an {@link Encryption}; the account is required. */
  public static final class Builder extends ComponentBuilder<Encryption, Builder> {
    private @Nullable AwsAccount account;
    private KeyManagement keys = KeyManagement.CUSTOMER_MANAGED;
    private int rotationDays = 365;
    private int deletionWindowDays = 30;
    private Map<KeyDomain, String> existing = Map.of();

    private Builder(String name) {
      super(name);
    }

    /** Whose keys they are. */
    public Builder account(AwsAccount value) {
      account = value;
      return this;
    }

    /** Who owns the keys. Default: the customer. */
    public Builder keys(KeyManagement value) {
      keys = value;
      return this;
    }

    /** Days between rotations, 90 to 2560. Default: 365. */
    public Builder rotationDays(int value) {
      rotationDays = value;
      return this;
    }

    /** Days in which a deletion can be undone, 7 to 30. Default: 30. */
    public Builder deletionWindowDays(int value) {
      deletionWindowDays = value;
      return this;
    }

    /** ARNs of keys to use instead of making them. Default: none. */
    public Builder existing(Map<KeyDomain, String> value) {
      existing = Map.copyOf(value);
      return this;
    }

    @Override
    public Encryption build() {
      return new Encryption(this);
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
