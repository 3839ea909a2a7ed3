package dev.mlestate.gcp.encryption;

import com.pulumi.core.Output;
import com.pulumi.gcp.kms.CryptoKey;
import com.pulumi.gcp.kms.CryptoKeyArgs;
import com.pulumi.gcp.kms.CryptoKeyIAMMember;
import com.pulumi.gcp.kms.CryptoKeyIAMMemberArgs;
import com.pulumi.gcp.kms.KeyRing;
import com.pulumi.gcp.kms.KeyRingArgs;
import com.pulumi.gcp.kms.inputs.CryptoKeyVersionTemplateArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.mlestate.gcp.project.GcpProject;
import dev.mlestate.gcp.project.Labels;
import dev.mlestate.gcp.project.Providers;
import dev.mlestate.model.KeyDomain;
import dev.mlestate.model.KeyManagement;
import dev.mlestate.pulumi.ComponentBuilder;
import dev.mlestate.pulumi.EstateComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key ring and a key for each domain, rotated, each with grants to the agents of the services
 * that encrypt with it and to nobody else. A domain whose key exists uses that one, and its owner
 * grants; where Google manages the keys, none is made.
 *
 * <p>Key rings and keys are never deleted by Cloud KMS, and their names are never free again: a
 * destroyed estate leaves the ring and its keys behind without a usable version, which costs
 * nothing. So the engine adds random digits to their names; a later estate makes new ones.
 */
public final class Encryption extends EstateComponent {
  private static final String USE = "roles/cloudkms.cryptoKeyEncrypterDecrypter";

  private final Map<KeyDomain, CryptoKey> created = new EnumMap<>(KeyDomain.class);
  private final Map<KeyDomain, List<Resource>> grants = new EnumMap<>(KeyDomain.class);
  private final ServiceAgents agents;
  private final EncryptionKeys keys;
  private @Nullable KeyRing ring;

  private Encryption(Builder builder) {
    super("mlestate:gcp:Encryption", builder);
    GcpProject project = ComponentBuilder.required(builder.project, "project");
    Providers providers = ComponentBuilder.required(builder.providers, "providers");
    agents = new ServiceAgents(componentName(), project, providers, parented());
    Map<KeyDomain, Output<String>> ids = new EnumMap<>(KeyDomain.class);
    for (KeyDomain domain : KeyDomain.values()) {
      String existing = builder.existing.get(domain);
      if (existing != null) {
        ids.put(domain, Output.of(existing));
      } else if (builder.keys == KeyManagement.CUSTOMER_MANAGED) {
        CryptoKey key = create(domain, ring(project), builder);
        created.put(domain, key);
        grants.put(domain, grant(domain, key));
        ids.put(domain, key.id());
      }
    }
    keys = EncryptionKeys.of(ids, grants);
    Map<String, Output<?>> outputs = new TreeMap<>();
    ids.forEach((domain, id) -> outputs.put(domain.word() + "KeyId", id));
    complete(outputs);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  private KeyRing ring(GcpProject project) {
    if (ring == null) {
      ring =
          new KeyRing(
              componentName(),
              KeyRingArgs.builder().project(project.id()).location(project.region()).build(),
              parented());
    }
    return ring;
  }

  private CryptoKey create(KeyDomain domain, KeyRing in, Builder builder) {
    return new CryptoKey(
        child(domain.word()),
        CryptoKeyArgs.builder()
            .keyRing(in.id())
            .purpose("ENCRYPT_DECRYPT")
            .versionTemplate(
                CryptoKeyVersionTemplateArgs.builder()
                    .algorithm("GOOGLE_SYMMETRIC_ENCRYPTION")
                    .protectionLevel("SOFTWARE")
                    .build())
            .rotationPeriod(seconds(builder.rotationDays))
            .destroyScheduledDuration(seconds(builder.deletionWindowDays))
            .labels(Labels.of(tags()))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            // Cloud KMS would replace the key, and what the old one encrypted would be lost with
            // it.
            .ignoreChanges("destroyScheduledDuration")
            .build());
  }

  private List<Resource> grant(KeyDomain domain, CryptoKey key) {
    List<Resource> all = new ArrayList<>();
    for (KeyUser user : KeyUser.of(domain)) {
      ServiceAgents.Agent agent = agents.of(user);
      all.add(
          new CryptoKeyIAMMember(
              child(domain.word() + "-" + ServiceAgents.word(user)),
              CryptoKeyIAMMemberArgs.builder()
                  .cryptoKeyId(key.id())
                  .role(USE)
                  .member(agent.member())
                  .build(),
              parentedAfter(agent.needed())));
    }
    return all;
  }

  private static String seconds(int days) {
    return Duration.ofDays(days).toSeconds() + "s";
  }

  /** What other components encrypt with. */
  public EncryptionKeys keys() {
    return keys;
  }

  /** The ring of the keys made here; empty if none was. */
  public Optional<KeyRing> keyRing() {
    return Optional.ofNullable(ring);
  }

  /** The key made for the domain, if one was. */
  public Optional<CryptoKey> key(KeyDomain domain) {
    return Optional.ofNullable(created.get(domain));
  }

  /** Builds an {@link Encryption}; project and providers are required. */
  public static final class Builder extends ComponentBuilder<Encryption, Builder> {
    private @Nullable GcpProject project;
    private @Nullable Providers providers;
    private KeyManagement keys = KeyManagement.CUSTOMER_MANAGED;
    private int rotationDays = 365;
    private int deletionWindowDays = 30;
    private Map<KeyDomain, String> existing = Map.of();

    private Builder(String name) {
      super(name);
    }

    /** Project and region of the keys. */
    public Builder project(GcpProject value) {
      project = value;
      return this;
    }

    /** By which services are asked for their agents. */
    public Builder providers(Providers value) {
      providers = value;
      return this;
    }

    /** Who owns the keys. Default: the customer. */
    public Builder keys(KeyManagement value) {
      keys = value;
      return this;
    }

    /** Days between rotations. Default: 365. */
    public Builder rotationDays(int value) {
      rotationDays = value;
      return this;
    }

    /**
     * Days in which the destruction of a version can be undone, 1 to 120; a key keeps those that it
     * was made with. Default: 30.
     */
    public Builder deletionWindowDays(int value) {
      deletionWindowDays = value;
      return this;
    }

    /** Full ids of keys to use instead of making them. Default: none. */
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
