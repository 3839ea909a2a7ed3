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

  private Bench(
      Path home, Path built, Path work, int runs, boolean quick, Consumer<String> progress) {
    this.home = home;
    this.built = built;
    this.work = work;
    this.runs = runs;
    this.quick = quick;
    this.progress = progress;
  }

  /**
   * Measures everything in a folder of its own, which is gone afterwards.
   *
   * @param home the folder that mlestate is installed in
   * @param built where the benchmark's jar and its libraries lie
   * @param runs how often each short scenario is run
   * @param quick whether the scenarios that take long are left out
   * @throws IOException if a measured process fails
   */
  public static Results measure(
      Path home, Path built, int runs, boolean quick, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("mlestate-bench");
    try {
      return new Bench(home, built, work, runs, quick, progress).run();
    } finally {
      Folders.delete(work);
    }
  }

  private interface Task {
    MeasuredProcess.Run run() throws IOException, InterruptedException;
  }

  private Results run() throws IOException, InterruptedException {
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

  private void take(String id, String title, Task task) throws IOException, InterruptedException {
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
        take("stock", "1,001 resources, stock SDK, trivial monitor", () -> trivial.run(stock));
        take("own", "1,001 resources, own runner, trivial monitor", () -> trivial.run(own));
        take("preview", "1,001 resources, mlestate preview", () -> preview(own));
        Folders.delete(own.resolve(".mlestate"));
        take("up", "1,001 resources, mlestate up", () -> up(own));
        take("up-again", "1,001 resources, mlestate up, no changes", () -> up(own));
        Folders.delete(own.resolve(".mlestate"));
      }
    }
  }

  private void tenThousand() throws IOException, InterruptedException {
    Path many = program("many", QuickProgram.class, MANY_BUCKETS);
    take("preview-10001", "10,001 resources, mlestate preview", () -> preview(many));
    Folders.delete(many.resolve(".mlestate"));
    take("up-10001", "10,001 resources, mlestate up", () -> up(many));
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
      take("prod-preview", "prod-aws, preview", () -> mlestate("preview", file));
      take(
          "prod-preview-no-policies",
          "prod-aws, preview, no policies",
          () -> mlestate("preview", "--no-policies", file));
      take("prod-up", "prod-aws, up, no changes", () -> mlestate("up", file));
      take(
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
      take("cli-stock-preview", "1,001 resources, CLI preview, stock SDK", cli.preview(stock)::run);
      take("cli-preview", "1,001 resources, CLI preview, own runner", cli.preview(own)::run);
      if (!quick) {
        take("cli-stock-up", "1,001 resources, CLI up, stock SDK", cli.up(stock)::run);
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
