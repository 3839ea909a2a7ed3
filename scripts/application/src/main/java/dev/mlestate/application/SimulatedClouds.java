package dev.mlestate.application;

import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.model.Environment;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.Leftover;
import dev.mlestate.simulated.SimulatedAccount;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.simulated.SimulatedKubernetes;
import io.grpc.BindableService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The simulated clouds of one stack, within this process. */
final class SimulatedClouds implements AutoCloseable {
  static final String ACCOUNT = "MLESTATE_SIMULATED_ACCOUNT";

  private final SimulatedAccount aws;
  private final SimulatedKubernetes kubernetes;
  private final InProcessProviders providers;

  private SimulatedClouds(SimulatedAccount aws, SimulatedKubernetes kubernetes) {
    this.aws = aws;
    this.kubernetes = kubernetes;
    this.providers = new InProcessProviders(services());
  }

  /** Makes a provider, by package. */
  Map<String, Supplier<? extends BindableService>> services() {
    return Map.of("aws", aws::provider, "kubernetes", kubernetes::provider);
  }

  /**
   * Opens the clouds of a workspace. A cloud that is used for the first time gets the account that
   * the person named: by MLESTATE_SIMULATED_ACCOUNT, else in the environment file. From then on it
   * keeps its account, whatever file or program comes.
   */
  static SimulatedClouds open(
      Workspace workspace, Environment environment, Map<String, String> variables) {
    Path record = workspace.cloudRecord("aws");
    Optional<String> account =
        Optional.ofNullable(variables.get(ACCOUNT))
            .or(() -> Files.exists(record) ? Optional.empty() : Optional.of(environment.account()));
    return new SimulatedClouds(
        SimulatedAws.open(new CloudOptions(record, account, existing(environment))),
        SimulatedKubernetes.open(workspace.cloudRecord("kubernetes")));
  }

  /** What the company had before: a simulated cloud would not know it otherwise. */
  private static Set<String> existing(Environment environment) {
    Set<String> ids = new TreeSet<>(environment.encryption().existing().values());
    environment
        .network()
        .existing()
        .ifPresent(
            network -> {
              ids.add(network.id());
              network.privateSubnets().forEach(subnet -> ids.add(subnet.id()));
            });
    ids.addAll(environment.aws().reservations().values());
    return ids;
  }

  ProviderSource providers() {
    return providers;
  }

  /** What exists in the clouds. */
  List<ExistingResource> inventory() {
    List<ExistingResource> all = new ArrayList<>(aws.inventory());
    all.addAll(kubernetes.inventory());
    return all;
  }

  /** What the clouds keep of what was deleted. */
  List<Leftover> leftovers() {
    return aws.leftovers();
  }

  @Override
  public void close() {
    providers.close();
  }
}
