package dev.mlestate.application;

import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.ProviderSource;
import dev.mlestate.engine.provider.RunningProviders;
import dev.mlestate.model.Cloud;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.report.Document;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Where a program's providers come from: the running ones that the person named, else the simulated
 * clouds, each of which begins when the program first uses it.
 */
final class ProgramProviders implements ProviderSource, AutoCloseable {
  private static final String KUBERNETES = "kubernetes";

  /** The accounts of simulated clouds whose account nobody named. */
  private static final Map<Cloud, String> DEFAULT_ACCOUNTS =
      Map.of(
          Cloud.AWS, "111122223333",
          Cloud.GCP, "simulated-project",
          Cloud.AZURE, "11112222-0000-4000-8000-000000000001");

  private static final Map<String, Cloud> CLOUDS =
      Map.of("aws", Cloud.AWS, "gcp", Cloud.GCP, "azure-native", Cloud.AZURE);

  private final RunningProviders running;
  private final FaultPlan faults;
  private final ProgramWorkspace workspace;
  private final Optional<String> account;
  private final Map<String, SimulatedAccount> accounts = new LinkedHashMap<>();
  private final Map<String, InProcessProviders> simulated = new TreeMap<>();
  private final Set<String> attached = new TreeSet<>();
  private Optional<SimulatedKubernetes> clusters = Optional.empty();

  ProgramProviders(
      RunningProviders running,
      ProgramWorkspace workspace,
      Map<String, String> variables,
      FaultPlan faults) {
    this.running = running;
    this.faults = faults;
    this.workspace = workspace;
    this.account = Optional.ofNullable(variables.get(SimulatedClouds.ACCOUNT));
    account.ifPresent(ProgramProviders::requireAccount);
  }

  private static void requireAccount(String name) {
    if (CLOUDS.values().stream().noneMatch(cloud -> belongs(cloud, name))) {
      throw new ProblemException(
          ErrorKind.AUTHENTICATION,
          Problem.of(
              SimulatedClouds.ACCOUNT,
              "\"" + name + "\" is no account of a simulated cloud",
              "name an AWS account of twelve digits, a Google Cloud project or an Azure"
                  + " subscription"));
    }
  }

  private static boolean belongs(Cloud cloud, String account) {
    return switch (cloud) {
      case AWS -> SimulatedAws.isAccount(account);
      case GCP -> SimulatedGcp.isAccount(account);
      case AZURE -> SimulatedAzure.isAccount(account);
    };
  }

  @Override
  public synchronized Optional<Connection> connect(String packageName, Optional<String> version) {
    Optional<Connection> connection = running.connect(packageName, version);
    if (connection.isPresent()) {
      attached.add(packageName);
      return connection;
    }
    return simulated(packageName).connect(packageName, version);
  }

  private InProcessProviders simulated(String packageName) {
    return simulated.computeIfAbsent(
        packageName, name -> new InProcessProviders(Map.of(name, service(name))));
  }

  private Supplier<? extends BindableService> service(String packageName) {
    if (packageName.equals(KUBERNETES)) {
      SimulatedKubernetes opened = SimulatedKubernetes.open(record(KUBERNETES));
      clusters = Optional.of(opened);
      return () -> opened.provider(faults);
    }
    Optional<Cloud> cloud = Optional.ofNullable(CLOUDS.get(packageName));
    SimulatedAccount opened = open(cloud.orElseThrow(() -> unknown(packageName)));
    accounts.put(packageName, opened);
    return () -> opened.provider(faults);
  }

  private SimulatedAccount open(Cloud cloud) {
    Path record = record(cloud.word());
    // From its first use on, a cloud keeps its account.
    Optional<String> wanted =
        account
            .filter(name -> belongs(cloud, name))
            .or(
                () ->
                    Files.exists(record)
                        ? Optional.empty()
                        : Optional.ofNullable(DEFAULT_ACCOUNTS.get(cloud)));
    CloudOptions options = new CloudOptions(record, wanted, Set.of());
    return switch (cloud) {
      case AWS -> SimulatedAws.open(options);
      case GCP -> SimulatedGcp.open(options);
      case AZURE -> SimulatedAzure.open(options);
    };
  }

  private Path record(String cloud) {
    return workspace.folder().resolve("cloud").resolve(cloud);
  }

  private static ProblemException unknown(String packageName) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            "",
            "no provider for the package '%s' is at hand: the simulated clouds are aws, gcp,"
                    .formatted(packageName)
                + " azure-native and kubernetes",
            "start its provider and name it and its port: %s=%s:PORT; or use the Pulumi CLI"
                .formatted(RunningProviders.VARIABLE, packageName)));
  }

  /** Whether a provider that somebody else runs may take part. */
  boolean mayAttach() {
    return !running.packages().isEmpty();
  }

  /** The packages whose provider somebody else runs. */
  synchronized Set<String> attached() {
    return Set.copyOf(attached);
  }

  /** The packages whose cloud is simulated. */
  synchronized List<String> simulated() {
    return List.copyOf(simulated.keySet());
  }

  synchronized Optional<Document> remains() {
    if (simulated.isEmpty()) {
      return Optional.empty();
    }
    List<ExistingResource> inventory = new ArrayList<>();
    List<Leftover> leftovers = new ArrayList<>();
    for (SimulatedAccount each : accounts.values()) {
      inventory.addAll(each.inventory());
      leftovers.addAll(each.leftovers());
    }
    clusters.ifPresent(each -> inventory.addAll(each.inventory()));
    return Optional.of(CloudDocument.of(inventory, leftovers));
  }

  @Override
  public synchronized void close() {
    simulated.values().forEach(InProcessProviders::close);
    running.close();
  }
}
