package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.conformance.differential.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The comparison from the shell: a line for each program, the differences beneath it. */
public final class Comparison {
  private static final String PROGRAM =
      "dev.mlestate.conformance.differential.launcher.ProofProgram";

  private static final int AT_A_TIME = 3;

  private final boolean real;
  private final boolean jar;
  private final String record;
  private final Consumer<String> out;
  private final Path work;
  private final PreparedState prepared;

  private Comparison(boolean real, boolean jar, String record, Consumer<String> out, Path work) {
    this.real = real;
    this.jar = jar;
    this.record = record;
    this.out = out;
    this.work = work;
    this.prepared = PreparedState.in(work.resolve("prepared"));
  }

  /**
   * Compares.
   *
   * @param arguments names of scenarios, none: all; {@code --real} or {@code --recorded} says what
   *     the embedded engine is compared with (the real engine where it is on PATH), {@code --jar}
   *     runs the real engine's programs as jars, {@code --record=FOLDER} writes down what the real
   *     engine did
   * @return the exit code: 1 where anything differs
   */
  public static int run(List<String> arguments, Consumer<String> out) {
    boolean onPath = PulumiCli.isOnPath("pulumi");
    String record = "";
    for (String argument : arguments) {
      record = argument.startsWith("--record=") ? argument.substring("--record=".length()) : record;
    }
    boolean asked = arguments.contains("--real") || !record.isEmpty();
    if (asked && !onPath) {
      out.accept("pulumi is not on PATH");
      return 2;
    }
    boolean real = asked || (onPath && !arguments.contains("--recorded"));
    List<String> names = arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
    try {
      Path work = Files.createTempDirectory("mlestate-differential");
      try {
        Comparison comparison =
            new Comparison(real, arguments.contains("--jar"), record, out, work);
        return comparison.run(
            names.isEmpty() ? Scenarios.all() : names.stream().map(Scenarios::named).toList());
      } finally {
        remove(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(List<Scenario> scenarios) {
    ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<List<String>>> running =
          scenarios.stream().map(scenario -> workers.submit(() -> report(scenario))).toList();
      int differing = 0;
      for (Future<List<String>> each : running) {
        List<String> lines = each.get();
        lines.forEach(out);
        differing += lines.size() > 1 ? 1 : 0;
      }
      out.accept(
          scenarios.size()
              + " programs against "
              + (real ? "the pulumi on PATH" : "the recorded results")
              + ", "
              + differing
              + " differ");
      return differing == 0 ? 0 : 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** A line of the table, and one for each difference. */
  private List<String> report(Scenario scenario) {
    long start = System.nanoTime();
    List<String> differences;
    try {
      differences = compare(scenario);
    } catch (IOException | RuntimeException e) {
      differences = List.of("the comparison itself failed: " + e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-36s %2d acts %6.1f s  %s",
            scenario.name(),
            scenario.acts().size(),
            seconds,
            differences.isEmpty() ? "same" : differences.size() + " differences"));
    differences.forEach(line -> lines.add("    " + line));
    return lines;
  }

  private List<String> compare(Scenario scenario) throws IOException {
    Path folder = Files.createDirectory(work.resolve(scenario.name()));
    JsonNode expected = real ? onPulumi(scenario, folder) : ExpectedResults.read(scenario);
    return Suite.differences(
        scenario,
        expected,
        Suite.onEmbeddedEngine(
            scenario, Files.createDirectory(folder.resolve("embedded")), prepared));
  }

  private JsonNode onPulumi(Scenario scenario, Path folder) throws IOException {
    Path home = Files.createDirectory(folder.resolve("pulumi"));
    try (ProgramSource programs =
        jar ? new ProgramSource.Jar(folder.resolve("jar"), PROGRAM) : new ProgramSource.Hosted()) {
      Suite.Outcome outcome = Suite.onPulumi(scenario, home, programs);
      var results =
          ExpectedResults.render(
              scenario, outcome.acts(), "by Pulumi CLI 3.260.0, " + LocalDate.now(ZoneOffset.UTC));
      if (!record.isEmpty()) {
        ExpectedResults.write(Path.of(record), scenario, results);
      }
      return ExpectedResults.normalised(results);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
        Files.delete(file);
      }
    }
  }
}
