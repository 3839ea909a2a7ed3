package dev.mlestate.benchmark;

import dev.mlestate.benchmark.launcher.QuickProgram;
import dev.mlestate.benchmark.launcher.StockProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the scenarios, those that are compared one beside the other, several times over. */
public final class Bench {
  private static final int BUCKETS = 500;
  private static final int MANY_BUCKETS = 5000;

  private final Path home;
  private final Path built;
  private final Path work;
  private final int runs;
  private final boolean quick;
  private final Consumer<String> progress;
  private final Map<String, List<MeasuredProcess.Run>> measured = new LinkedHashMap<>();
  private final Map<String, String> titles = new LinkedHashMap<>();

  /**
   * A benchmark.
   *
   * @param home the folder that mlestate is installed in
   * @param built where the benchmark's jar and its libraries lie
   * @param work an empty folder for whatever the measured processes write
   * @param runs how often each short scenario is run
   * @param quick whether the scenarios that take long are left out
   */
  public Bench(
      Path home, Path built, Path work, int runs, boolean quick, Consumer<String> progress) {
    this.home = home;
    this.built = built;
    this.work = work;
    this.runs = runs;
    this.quick = quick;
    this.progress = progress;
  }

  private interface Task {
    MeasuredProcess.Run run() throws IOException, InterruptedException;
  }

  /**
   * Measures everything.
   *
   * @throws IOException if a measured process fails
   */
  public Results run() throws IOException, InterruptedException {
    Machine machine = Machine.here();
    thousand();
    environment();
    if (!quick) {
      tenThousand();
    }
    if (Tools.pulumi()) {
      cli();
    } else {
      progress.accept("skipped: the Pulumi CLI (pulumi or pulumi-language-java is not on PATH)");
    }
    List<Measurement> measurements = new ArrayList<>();
    measured.forEach(
        (id, taken) -> measurements.add(new Measurement(id, titles.getOrDefault(id, id), taken)));
    return new Results(machine, runs, measurements);
  }

  private void measure(String id, String title, Task task)
      throws IOException, InterruptedException {
    progress.accept(title);
    titles.put(id, title);
    measured.computeIfAbsent(id, absent -> new ArrayList<>()).add(task.run());
  }

  private void thousand() throws IOException, InterruptedException {
    Path stock = program("stock", StockProgram.class, BUCKETS);
    Path own = program("own", QuickProgram.class, BUCKETS);
    // What is made at first use, such as an archive of classes, belongs to no run.
    MeasuredProcess.Run unused = preview(own);
    try (TrivialMonitor monitor = TrivialMonitor.start()) {
      TrivialRun trivial = new TrivialRun(monitor, work.resolve("trivial.log"), BUCKETS);
      for (int round = 0; round < runs; round++) {
        measure("stock", "1,001 resources, stock SDK, trivial monitor", () -> trivial.run(stock));
        measure("own", "1,001 resources, own runner, trivial monitor", () -> trivial.run(own));
        measure("preview", "1,001 resources, mlestate preview", () -> preview(own));
        Folders.delete(own.resolve(".mlestate"));
        measure("up", "1,001 resources, mlestate up", () -> up(own));
        measure("up-again", "1,001 resources, mlestate up, no changes", () -> up(own));
        Folders.delete(own.resolve(".mlestate"));
      }
    }
  }

  private void tenThousand() throws IOException, InterruptedException {
    Path many = program("many", QuickProgram.class, MANY_BUCKETS);
    measure("preview-10001", "10,001 resources, mlestate preview", () -> preview(many));
    Folders.delete(many.resolve(".mlestate"));
    measure("up-10001", "10,001 resources, mlestate up", () -> up(many));
    Folders.delete(many);
  }

  private void environment() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("environments"));
    for (String name : List.of("organisation.yaml", "prod-aws.yaml")) {
      Files.copy(home.resolve("environments").resolve(name), folder.resolve(name));
    }
    String file = folder.resolve("prod-aws.yaml").toString();
    MeasuredProcess.Run unused = mlestate("up", file);
    for (int round = 0; round < runs; round++) {
      measure("prod-preview", "prod-aws, preview", () -> mlestate("preview", file));
      measure(
          "prod-preview-no-policies",
          "prod-aws, preview, no policies",
          () -> mlestate("preview", "--no-policies", file));
      measure("prod-up", "prod-aws, up, no changes", () -> mlestate("up", file));
      measure(
          "prod-up-no-policies",
          "prod-aws, up, no changes, no policies",
          () -> mlestate("up", "--no-policies", file));
    }
  }

  private void cli() throws IOException, InterruptedException {
    Path stock = work.resolve("stock");
    Path own = work.resolve("own");
    try (PulumiCli cli = PulumiCli.start(work.resolve("pulumi"))) {
      cli.initialise(stock);
      measure(
          "cli-stock-preview", "1,001 resources, CLI preview, stock SDK", cli.preview(stock)::run);
      measure("cli-preview", "1,001 resources, CLI preview, own runner", cli.preview(own)::run);
      if (!quick) {
        measure("cli-stock-up", "1,001 resources, CLI up, stock SDK", cli.up(stock)::run);
      }
    }
  }

  private Path program(String name, Class<?> main, int buckets) throws IOException {
    return ProgramFolder.create(work.resolve(name), built, main.getName(), buckets);
  }

  private MeasuredProcess.Run preview(Path program) throws IOException, InterruptedException {
    return mlestate("preview", "--program", program.toString());
  }

  /** Without the preview, as the CLI is measured. */
  private MeasuredProcess.Run up(Path program) throws IOException, InterruptedException {
    return mlestate("up", "--skip-preview", "--program", program.toString());
  }

  private MeasuredProcess.Run mlestate(String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("scripts").resolve("mlestate").toString());
    command.addAll(List.of(arguments));
    return MeasuredProcess.run(command, work, Map.of(), work.resolve("mlestate.log"));
  }
}
