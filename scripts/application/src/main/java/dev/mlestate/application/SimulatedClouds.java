package dev.mlestate.application;

import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.Leftover;
import dev.mlestate.simulated.SimulatedAccount;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.simulated.SimulatedAzure;
import dev.mlestate.simulated.SimulatedGcp;
import dev.mlestate.simulated.SimulatedKubernetes;
import dev.mlestate.simulated.fault.FaultPlan;
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
public final class SimulatedClouds implements AutoCloseable {
  static final String ACCOUNT = "MLESTATE_SIMULATED_ACCOUNT";

  private final SimulatedAccount account;
  private final SimulatedKubernetes kubernetes;
  private final FaultPlan faults;
  private final InProcessProviders providers;

  private SimulatedClouds(
      SimulatedAccount account, SimulatedKubernetes kubernetes, FaultPlan faults) {
    this.account = account;
    this.kubernetes = kubernetes;
    this.faults = faults;
    this.providers = new InProcessProviders(services());
  }

  /** Makes a provider, by package. */
  public Map<String, Supplier<? extends BindableService>> services() {
    return Map.of(
        account.packageName(),
        () -> account.provider(faults),
        "kubernetes",
        () -> kubernetes.provider(faults));
  }

  /**
   * Opens the clouds of a workspace. A cloud that is used for the first time gets the account that
   * the person named: by MLESTATE_SIMULATED_ACCOUNT, else in the environment file. From then on it
   * keeps its account, whatever file or program comes.
   */
  public static SimulatedClouds open(
      Workspace workspace, Environment environment, Map<String, String> variables) {
    return open(workspace, environment, variables, FaultPlan.none());
  }

  /** The same, with what is to go wrong. */
  static SimulatedClouds open(
      Workspace workspace,
      Environment environment,
      Map<String, String> variables,
      FaultPlan faults) {
    Path record = workspace.cloudRecord(environment.cloud().word());
    Optional<String> account =
        Optional.ofNullable(variables.get(ACCOUNT))
            .or(() -> Files.exists(record) ? Optional.empty() : Optional.of(environment.account()));
    return new SimulatedClouds(
        open(environment.cloud(), new CloudOptions(record, account, existing(environment))),
        SimulatedKubernetes.open(workspace.cloudRecord("kubernetes")),
        faults);
  }

  private static SimulatedAccount open(Cloud cloud, CloudOptions options) {
    return switch (cloud) {
      case AWS -> SimulatedAws.open(options);
      case GCP -> SimulatedGcp.open(options);
      case AZURE -> SimulatedAzure.open(options);
    };
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
    ids.addAll(environment.gcp().reservations().values());
    ids.addAll(environment.azure().capacityReservationGroups().values());
    environment.azure().privateDnsZone().ifPresent(ids::add);
    environment.azure().clusterIdentity().ifPresent(ids::add);
    return ids;
  }

  public ProviderSource providers() {
    return providers;
  }

  /** What exists in the clouds. */
  List<ExistingResource> inventory() {
    List<ExistingResource> all = new ArrayList<>(account.inventory());
    all.addAll(kubernetes.inventory());
    return all;
  }

  /** What the clouds keep of what was deleted. */
  List<Leftover> leftovers() {
    return account.leftovers();
  }

  @Override
  public void close() {
    providers.close();
  }
}
