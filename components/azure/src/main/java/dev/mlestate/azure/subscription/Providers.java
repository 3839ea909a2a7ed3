package dev.mlestate.azure.subscription;

import com.pulumi.azurenative.Provider;
import com.pulumi.azurenative.ProviderArgs;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.mlestate.model.Environment;
import dev.mlestate.pulumi.RawType;
import java.util.Map;
import java.util.TreeMap;

/**
 * Providers that act in one subscription alone, whatever the caller is signed in to: the one of the
 * SDK's version, and one for each later version that a raw type needs.
 */
public final class Providers {
  private final String name;
  private final String subscriptionId;
  private final Provider standard;
  private final Map<String, Provider> later = new TreeMap<>();

  private Providers(String name, String subscriptionId) {
    this.name = name;
    this.subscriptionId = subscriptionId;
    this.standard = create(name, CustomResourceOptions.Empty);
  }

  /**
   * The providers of an environment's subscription.
   *
   * @param name of the one of the SDK's version; the others begin with it
   */
  public static Providers of(String name, Environment environment) {
    return of(name, environment.account());
  }

  /** The providers of a subscription. */
  public static Providers of(String name, String subscriptionId) {
    return new Providers(name, subscriptionId);
  }

  private Provider create(String resourceName, CustomResourceOptions options) {
    ProviderArgs args = ProviderArgs.builder().subscriptionId(subscriptionId).build();
    return new Provider(resourceName, args, options);
  }

  /** Of the SDK's version. */
  public Provider standard() {
    return standard;
  }

  /** Of the plugin's version that first carries the type. */
  public Provider carrying(RawType type) {
    String version = type.plugin();
    Provider known = later.get(version);
    if (known != null) {
      return known;
    }
    Provider created =
        create(
            name + "-" + version.replace('.', '-'),
            CustomResourceOptions.builder().version(version).build());
    later.put(version, created);
    return created;
  }

  /** Options of a component whose children use the provider of the SDK's version. */
  public ComponentResourceOptions options() {
    return ComponentResourceOptions.builder().providers(standard).build();
  }
}
