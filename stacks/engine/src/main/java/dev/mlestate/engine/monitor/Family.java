package dev.mlestate.engine.monitor;

import dev.mlestate.engine.state.ProviderReference;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Resource.RegisterResourceRequest;

/** What children take over from their parents. */
final class Family {
  private final Map<String, Inherited> byUrn = new ConcurrentHashMap<>();

  /**
   * What a resource hands to its children.
   *
   * @param provider its own provider's reference; empty if it has none
   * @param providers by package
   */
  record Inherited(
      Optional<Boolean> protect,
      Optional<Boolean> retainOnDelete,
      String deletedWith,
      String provider,
      Map<String, String> providers) {
    static final Inherited NOTHING =
        new Inherited(Optional.empty(), Optional.empty(), "", "", Map.of());

    Inherited {
      providers = Map.copyOf(providers);
    }
  }

  void add(String urn, Inherited inherited) {
    byUrn.put(urn, inherited);
  }

  /** What a registration has of its own and from its parent. */
  Inherited of(RegisterResourceRequest request) {
    Inherited parent = byUrn.getOrDefault(request.getParent(), Inherited.NOTHING);
    // As in Pulumi, only components hand on what they were given for whole packages.
    Map<String, String> providers = new TreeMap<>();
    if (!request.getCustom()) {
      providers.putAll(parent.providers());
    }
    providers.putAll(request.getProvidersMap());
    return new Inherited(
        request.hasProtect() ? Optional.of(request.getProtect()) : parent.protect(),
        request.hasRetainOnDelete()
            ? Optional.of(request.getRetainOnDelete())
            : parent.retainOnDelete(),
        request.getDeletedWith().isEmpty() ? parent.deletedWith() : request.getDeletedWith(),
        provider(request, parent),
        providers);
  }

  private static String provider(RegisterResourceRequest request, Inherited parent) {
    if (!request.getProvider().isEmpty()) {
      return request.getProvider();
    }
    String packageName = packageOf(request.getType());
    boolean fits =
        !request.getCustom()
            || ProviderReference.parse(parent.provider())
                .filter(reference -> reference.packageName().equals(packageName))
                .isPresent();
    if (fits && !parent.provider().isEmpty()) {
      return parent.provider();
    }
    return request
        .getProvidersMap()
        .getOrDefault(packageName, parent.providers().getOrDefault(packageName, ""));
  }

  /** The provider that a call of a function under a parent uses; empty: the default one. */
  String providerFor(String explicit, String parent, String packageName) {
    if (!explicit.isEmpty()) {
      return explicit;
    }
    return byUrn.getOrDefault(parent, Inherited.NOTHING).providers().getOrDefault(packageName, "");
  }

  static String packageOf(String token) {
    return token.substring(0, Math.max(0, token.indexOf(':')));
  }
}
