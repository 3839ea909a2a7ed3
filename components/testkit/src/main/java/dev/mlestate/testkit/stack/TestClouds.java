package dev.mlestate.testkit.stack;

import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.model.Cloud;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.SimulatedAccount;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.simulated.SimulatedAzure;
import dev.mlestate.simulated.SimulatedGcp;
import dev.mlestate.simulated.SimulatedKubernetes;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The simulated clouds of one stack; each is opened when it is used first. */
final class TestClouds implements AutoCloseable {
  private final Path folder;
  private final StackSettings settings;
  private final Map<Cloud, SimulatedAccount> accounts = new EnumMap<>(Cloud.class);
  private @Nullable SimulatedKubernetes kubernetes;
  private final InProcessProviders providers;

  TestClouds(Path folder, StackSettings settings) {
    this.folder = folder;
    this.settings = settings;
    Map<String, Supplier<? extends BindableService>> services = new TreeMap<>();
    services.put("aws", () -> account(Cloud.AWS).provider());
    services.put("gcp", () -> account(Cloud.GCP).provider());
    services.put("azure-native", () -> account(Cloud.AZURE).provider());
    services.put("kubernetes", () -> kubernetes().provider());
    services.putAll(settings.providers());
    providers = new InProcessProviders(services);
  }

  ProviderSource providers() {
    return providers;
  }

  /** What exists in the clouds, in the order in which each made it. */
  synchronized List<ExistingResource> inventory() {
    List<ExistingResource> all = new ArrayList<>();
    accounts.values().forEach(account -> all.addAll(account.inventory()));
    if (kubernetes != null) {
      all.addAll(kubernetes.inventory());
    }
    return all;
  }

  private synchronized SimulatedAccount account(Cloud cloud) {
    return accounts.computeIfAbsent(cloud, this::open);
  }

  private SimulatedAccount open(Cloud cloud) {
    CloudPlace place = settings.places().get(cloud);
    CloudOptions options =
        new CloudOptions(
            folder.resolve(cloud.name().toLowerCase(Locale.ROOT)),
            Optional.ofNullable(place).map(CloudPlace::account),
            settings.existing());
    return switch (cloud) {
      case AWS -> SimulatedAws.open(options);
      case GCP -> SimulatedGcp.open(options);
      case AZURE -> SimulatedAzure.open(options);
    };
  }

  private synchronized SimulatedKubernetes kubernetes() {
    SimulatedKubernetes opened = kubernetes;
    if (opened == null) {
      opened = SimulatedKubernetes.open(folder.resolve("kubernetes"));
      kubernetes = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    providers.close();
  }
}
