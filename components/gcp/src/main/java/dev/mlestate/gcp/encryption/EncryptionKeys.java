package dev.mlestate.gcp.encryption;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.mlestate.model.KeyDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys that components encrypt with, by what they protect, and who was let use them. */
public final class EncryptionKeys {
  private final Map<KeyDomain, Output<String>> ids;
  private final Map<KeyDomain, List<Resource>> grants;

  private EncryptionKeys(
      Map<KeyDomain, Output<String>> ids, Map<KeyDomain, List<Resource>> grants) {
    this.ids = Collections.unmodifiableMap(ids);
    this.grants = Collections.unmodifiableMap(grants);
  }

  /** No keys of the customer's: every resource uses the one that Google manages. */
  public static EncryptionKeys providerManaged() {
    return of(Map.of(), Map.of());
  }

  /**
   * Keys by domain.
   *
   * @param ids such as projects/p/locations/us-central1/keyRings/r/cryptoKeys/data
   * @param grants to the services' agents; a store that is encrypted with the key comes after them
   */
  public static EncryptionKeys of(
      Map<KeyDomain, Output<String>> ids, Map<KeyDomain, List<Resource>> grants) {
    Map<KeyDomain, Output<String>> keys = new EnumMap<>(KeyDomain.class);
    keys.putAll(ids);
    Map<KeyDomain, List<Resource>> granted = new EnumMap<>(KeyDomain.class);
    grants.forEach((domain, resources) -> granted.put(domain, List.copyOf(resources)));
    return new EncryptionKeys(keys, granted);
  }

  /** The key's full id; empty where Google manages the key. */
  public Optional<Output<String>> id(KeyDomain domain) {
    return Optional.ofNullable(ids.get(domain));
  }

  /** All of them, in the domains' order. */
  public Map<KeyDomain, Output<String>> ids() {
    return ids;
  }

  /** What lets Google's services use the domain's key: stores depend on it. */
  public List<Resource> grants(KeyDomain domain) {
    return grants.getOrDefault(domain, List.of());
  }

  /** What lets Google's services use any of the keys. */
  public List<Resource> grants() {
    List<Resource> all = new ArrayList<>();
    grants.values().forEach(all::addAll);
    return all;
  }
}
