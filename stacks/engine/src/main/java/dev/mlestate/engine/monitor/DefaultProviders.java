package dev.mlestate.engine.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.monitor.Packages.PackageVersion;
import dev.mlestate.engine.provider.BuiltinProvider;
import dev.mlestate.engine.provider.ProviderRegistry;
import dev.mlestate.engine.state.ProviderReference;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.engine.step.Deployment;
import dev.mlestate.engine.step.Goal;
import dev.mlestate.engine.step.Registration;
import dev.mlestate.engine.step.RunFailedException;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Registers a package's default provider when the first resource needs it. */
final class DefaultProviders {
  private final Deployment deployment;
  private static final String DISABLED = "pulumi:disable-default-providers";

  private final Configuration config;
  private final Map<PackageVersion, CompletableFuture<ProviderReference>> known = new HashMap<>();

  /** None yet. */
  DefaultProviders(Deployment deployment, Configuration config) {
    this.deployment = deployment;
    this.config = config;
  }

  /**
   * The package's default provider.
   *
   * @param token what needs it
   */
  CompletableFuture<ProviderReference> reference(PackageVersion wanted, String token) {
    if (disabled(wanted.name())) {
      throw new RunFailedException(
          Failure.Kind.INVALID,
          "",
          "the default provider of '"
              + wanted.name()
              + "' is disabled by the configuration; give '"
              + token
              + "' an explicit one");
    }
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

  private boolean disabled(String packageName) {
    String listed = config.values().getOrDefault(DISABLED, "");
    if (listed.isEmpty() || packageName.equals(BuiltinProvider.PACKAGE)) {
      return false;
    }
    try {
      for (JsonNode name : new ObjectMapper().readTree(listed)) {
        String text = name.asText().strip();
        if (text.equals("*") || text.equals(packageName)) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException e) {
      throw new RunFailedException(
          Failure.Kind.INVALID, "", "the configuration " + DISABLED + " is no list in JSON");
    }
  }

  private Goal goal(PackageVersion wanted) {
    Map<String, PropertyValue> inputs = new TreeMap<>();
    String prefix = wanted.name() + ":";
    config
        .values()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                PropertyValue plain = PropertyValues.of(value);
                inputs.put(
                    key.substring(prefix.length()),
                    config.secretKeys().contains(key) ? PropertyValues.secret(plain) : plain);
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
