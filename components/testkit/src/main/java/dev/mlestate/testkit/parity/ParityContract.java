package dev.mlestate.testkit.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.catalog.Region;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.Planners;
import dev.mlestate.planning.capability.CapabilityMatrix;
import dev.mlestate.planning.capability.Support;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every capability on every cloud of the class path: what its row says is so. Whoever has the
 * components inherits it and says how a plan is realised.
 */
public abstract class ParityContract {
  private static final String BASE =
      """
      estate: parity
      environment: dev
      cloud: %s
      account: "%s"
      region: %s
      owner: ml-platform@example.com
      costCenter: ml-1
      """;

  private static final Map<Cloud, String> ACCOUNTS =
      Map.of(
          Cloud.AWS, "111122223333",
          Cloud.GCP, "parity-project",
          Cloud.AZURE, "00000000-0000-4000-8000-000000000000");

  private static final Map<Cloud, String> REGIONS =
      Map.of(Cloud.AWS, "us-east-1", Cloud.GCP, "us-central1", Cloud.AZURE, "eastus");

  private final CapabilityMatrix matrix = CapabilityMatrix.load();
  private final Map<Cloud, RegisteredEstate> estates = new ConcurrentHashMap<>();

  @TempDir private Path folder;

  /** Registers a plan's resources with the components of its cloud. */
  protected abstract RegisteredEstate realise(EstatePlan plan);

  @Test
  void everyCloudIsThere() {
    assertThat(matrix.clouds()).containsExactly(Cloud.values());
  }

  @Test
  void everyCapabilityHasARowOnEveryCloud() {
    assertThat(matrix.gaps()).isEmpty();
  }

  @Test
  void everyCapabilityHasItsContract() {
    assertThat(CapabilityContracts.all().stream().map(CapabilityContract::capability))
        .containsExactlyElementsOf(matrix.capabilities());
  }

  /** What a cloud realises is registered by one environment that asks for all of it. */
  @TestFactory
  Stream<DynamicTest> whatIsRealisedIsRegistered() {
    return matrix.clouds().stream()
        .flatMap(
            cloud ->
                CapabilityContracts.all().stream()
                    .filter(contract -> supported(contract, cloud) instanceof Support.Realised)
                    .map(
                        contract ->
                            DynamicTest.dynamicTest(
                                cloud.word() + ": " + contract.capability(),
                                () ->
                                    registered(
                                        everything(cloud),
                                        (Support.Realised) supported(contract, cloud)))));
  }

  /** What a cloud cannot is refused by the planner, with a remedy, wherever it is asked for. */
  @TestFactory
  Stream<DynamicTest> whatIsNotPossibleIsRefused() {
    return matrix.clouds().stream()
        .flatMap(
            cloud ->
                CapabilityContracts.all().stream()
                    .filter(contract -> supported(contract, cloud) instanceof Support.NotPossible)
                    .map(
                        contract ->
                            DynamicTest.dynamicTest(
                                cloud.word() + ": " + contract.capability(),
                                () -> refused(contract, cloud))));
  }

  @Test
  void outputsHaveTheSameNamesOnEveryCloud() {
    Map<String, List<Cloud>> clouds = new TreeMap<>();
    for (Cloud cloud : matrix.clouds()) {
      for (String output : everything(cloud).outputs()) {
        clouds.computeIfAbsent(output, o -> new ArrayList<>()).add(cloud);
      }
    }
    assertThat(clouds).allSatisfy((output, on) -> assertThat(on).isEqualTo(matrix.clouds()));
  }

  private Support supported(CapabilityContract contract, Cloud cloud) {
    // A row that is missing is the finding of everyCapabilityHasARowOnEveryCloud alone.
    return matrix
        .support(contract.capability(), cloud)
        .orElseGet(() -> new Support.Realised(List.of()));
  }

  private static void registered(RegisteredEstate estate, Support.Realised realised) {
    assertThat(realised.types()).allMatch(estate::has, "is registered");
  }

  private void refused(CapabilityContract contract, Cloud cloud) {
    Asking asking = new Asking(cloud, base(cloud));
    contract.ask().accept(asking);
    assertThatThrownBy(() -> plan(cloud.word() + "-" + contract.capability(), asking))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems()).extracting(Problem::remedy).allMatch(r -> r.isPresent()));
  }

  private RegisteredEstate everything(Cloud cloud) {
    return estates.computeIfAbsent(cloud, this::realiseEverything);
  }

  private RegisteredEstate realiseEverything(Cloud cloud) {
    Asking asking = new Asking(cloud, base(cloud));
    for (CapabilityContract contract : CapabilityContracts.all()) {
      if (supported(contract, cloud) instanceof Support.Realised) {
        contract.ask().accept(asking);
      }
    }
    return realise(plan(cloud.word(), asking));
  }

  private static String base(Cloud cloud) {
    return BASE.formatted(cloud.word(), ACCOUNTS.get(cloud), REGIONS.get(cloud));
  }

  private EstatePlan plan(String name, Asking asking) {
    try {
      Path file = Files.writeString(folder.resolve(name + ".yaml"), asking.text());
      Files.writeString(folder.resolve(EnvironmentReader.ORGANISATION), organisation());
      EnvironmentFile read = EnvironmentReader.read(file);
      return Planners.plan(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An organisation that allows everything. */
  private static String organisation() {
    StringBuilder text =
        new StringBuilder("name: parity\nmandatoryTags: [owner]\nenvironments:\n  dev:\n");
    text.append("    accounts:\n");
    ACCOUNTS.forEach(
        (cloud, id) -> text.append("      %s: [\"%s\"]\n".formatted(cloud.word(), id)));
    text.append("    regions:\n");
    for (Cloud cloud : Cloud.values()) {
      List<String> regions = Catalog.load().regions(cloud).stream().map(Region::name).toList();
      text.append("      %s: %s\n".formatted(cloud.word(), regions));
    }
    text.append("    machineTypes: {}\n    maxNodesPerPool: 1000\n    maxNodes: 10000\n");
    text.append("    gpuHoursPerMonth: 100000000\n    monthlyUsd: 100000000\n    compliance: []\n");
    return text.toString();
  }
}
