package dev.mlestate.conformance.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.conformance.kill.KillPoint.Kind;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.simulated.SimulatedAzure;
import dev.mlestate.simulated.SimulatedGcp;
import dev.mlestate.simulated.SimulatedKubernetes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Kills the real commands on a real environment at any moment: {@code up} until it has come to its
 * end, then {@code destroy}.
 */
final class EstateKillRun {
  private static final int EARLIEST_MILLISECONDS = 1_000;
  private static final int LATEST_MILLISECONDS = 25_000;

  private final Path folder;
  private final Path environment;
  private final Path home = Path.of(System.getProperty("mlestate.home", "."));
  private final long seed;
  private final Random random;
  private final Consumer<String> log;
  private final List<String> broken = new ArrayList<>();
  private int kills;

  EstateKillRun(Path folder, Path environment, long seed, Consumer<String> log) {
    this.folder = folder;
    this.environment = environment;
    this.seed = seed;
    this.random = new Random(seed);
    this.log = log;
  }

  KillReport kill(int wanted) {
    try {
      Path source = environment.toAbsolutePath();
      Path file = folder.resolve(source.getFileName());
      Files.copy(source, file);
      Path organisation = source.resolveSibling("organisation.yaml");
      if (Files.exists(organisation)) {
        Files.copy(
            organisation, folder.resolve("organisation.yaml"), StandardCopyOption.REPLACE_EXISTING);
      }
      boolean up = true;
      while (kills < wanted) {
        round(file, up ? List.of("up") : List.of("destroy", "--yes"), wanted);
        up = !up;
      }
      return new KillReport(seed, Map.of(Kind.TIME, kills), 0, 0, 0, broken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills a command a few times, then lets it end. */
  private void round(Path file, List<String> command, int wanted)
      throws IOException, InterruptedException {
    int strikes = 1 + random.nextInt(4);
    for (int i = 0; i < strikes && kills < wanted; i++) {
      int moment =
          EARLIEST_MILLISECONDS + random.nextInt(LATEST_MILLISECONDS - EARLIEST_MILLISECONDS);
      Process process = start(file, command, "killed");
      if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
        break;
      }
      process.destroyForcibly().waitFor();
      kills++;
      log.accept("kill " + kills + ": " + command.get(0) + " after " + moment + " ms");
    }
    Process last = start(file, command, "finished");
    if (last.waitFor() != 0) {
      violated(command, Files.readString(folder.resolve("finished.log")));
      return;
    }
    compare(file, command);
  }

  private Process start(Path file, List<String> command, String name) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dmlestate.home=" + home.toAbsolutePath(),
                "-jar",
                home.resolve("scripts/cli/target/mlestate.jar").toString()));
    line.addAll(command);
    line.add(file.toString());
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private void compare(Path file, List<String> command) throws IOException, InterruptedException {
    Process export = start(file, List.of("stack", "export"), "export");
    if (export.waitFor() != 0) {
      violated(command, Files.readString(folder.resolve("export.log")));
      return;
    }
    JsonNode deployment =
        new ObjectMapper().readTree(folder.resolve("export.log").toFile()).path("deployment");
    Set<String> recorded = new TreeSet<>();
    for (JsonNode each : deployment.path("resources")) {
      String type = each.path("type").asText();
      if (each.path("custom").asBoolean() && !type.startsWith("pulumi:providers:")) {
        recorded.add(type + " " + each.path("id").asText());
      }
    }
    Set<String> cloud = new TreeSet<>();
    List<ExistingResource> inventory = inventory();
    inventory.forEach(each -> cloud.add(each.type() + " " + each.id()));
    if (!recorded.equals(cloud)) {
      Set<String> orphans = new TreeSet<>(cloud);
      orphans.removeAll(recorded);
      Set<String> lost = new TreeSet<>(recorded);
      lost.removeAll(cloud);
      violated(command, "orphaned " + orphans + ", lost " + lost);
    }
    long names = inventory.stream().map(ExistingResource::urn).distinct().count();
    if (names != inventory.size()) {
      violated(command, "made twice in the cloud");
    }
    if (!deployment.path("pending_operations").isEmpty()) {
      violated(command, "still pending: " + deployment.path("pending_operations").size());
    }
  }

  private List<ExistingResource> inventory() throws IOException {
    List<ExistingResource> all = new ArrayList<>();
    List<Path> clouds;
    try (Stream<Path> files = Files.walk(folder.resolve(".mlestate"))) {
      clouds = files.filter(each -> each.endsWith("cloud")).toList();
    }
    for (Path cloud : clouds) {
      for (String name : List.of("aws", "gcp", "azure-native", "kubernetes")) {
        Path record = cloud.resolve(name.equals("azure-native") ? "azure" : name);
        if (Files.exists(record)) {
          all.addAll(inventory(name, record));
        }
      }
    }
    return all;
  }

  private static List<ExistingResource> inventory(String cloud, Path record) {
    CloudOptions options = new CloudOptions(record, Optional.empty(), Set.of());
    return switch (cloud) {
      case "aws" -> SimulatedAws.open(options).inventory();
      case "gcp" -> SimulatedGcp.open(options).inventory();
      case "kubernetes" -> SimulatedKubernetes.open(record).inventory();
      default -> SimulatedAzure.open(options).inventory();
    };
  }

  private void violated(List<String> command, String what) {
    String text = "after kill " + kills + ", " + command.get(0) + ": " + what;
    broken.add(text);
    log.accept("VIOLATED " + text);
  }
}
