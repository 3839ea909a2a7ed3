package dev.mlestate.engine.monitor;

import dev.mlestate.engine.monitor.Packages.PackageVersion;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.Goal;
import dev.mlestate.engine.step.Registration;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Registers a package's default provider when the first resource needs it. */
final class DefaultProviders {
  private final Deployment deployment;
  private final Map<String, String> config;
  private final Map<PackageVersion, CompletableFuture<ProviderReference>> known = new HashMap<>();

  /**
   * None yet.
   *
   * @param config the stack's configuration; keys like {@code aws:region} configure the providers
   */
  DefaultProviders(Deployment deployment, Map<String, String> config) {
    this.deployment = deployment;
    this.config = config;
  }

  CompletableFuture<ProviderReference> reference(PackageVersion wanted) {
    CompletableFuture<ProviderReference> result = new CompletableFuture<>();
    synchronized (this) {
      CompletableFuture<ProviderReference> present = known.putIfAbsent(wanted, result);
      if (present != null) {
        return present;
      }
    }
    CompletableFuture<Registration> unused =
        deployment
            .register(goal(wanted))
            .whenComplete(
                (registration, failure) -> {
                  if (failure == null) {
                    ResourceState state = registration.state();
                    result.complete(new ProviderReference(state.urn(), state.id()));
                  } else {
                    result.completeExceptionally(failure);
                  }
                });
    return result;
  }

  private Goal goal(PackageVersion wanted) {
    Map<String, PropertyValue> inputs = new TreeMap<>();
    String prefix = wanted.name() + ":";
    config.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            inputs.put(key.substring(prefix.length()), PropertyValues.of(value));
          }
        });
    wanted
        .version()
        .ifPresent(
            version -> {
              inputs.put("version", PropertyValues.of(version));
              inputs.put(ProviderRegistry.INTERNAL, PropertyValues.EMPTY);
            });
    return Goal.defaultProvider(
        Urn.providerType(wanted.name()),
        wanted.defaultProviderName(),
        PropertyValue.Obj.of(inputs));
  }
}
