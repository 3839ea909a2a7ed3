package dev.mlestate.conformance.kill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The kill harness's options. */
public final class KillCommand {
  private static final int KILLS = 200;
  private static final int USAGE = 2;

  private final PrintStream out;
  private final PrintStream err;

  /** A command that prints on these streams. */
  public KillCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  private static final class Options {
    private int kills = KILLS;
    private long seed = new Random().nextInt(1_000_000);
    private Optional<Path> estate = Optional.empty();
  }

  /** Runs it; 0: nothing was violated. */
  public int run(String... arguments) {
    Options options = new Options();
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length || !set(options, arguments[i], arguments[i + 1])) {
        err.println("usage: kill-harness [--kills N] [--seed S] [--estate ENVIRONMENT-FILE]");
        return USAGE;
      }
    }
    out.println(
        "seed "
            + options.seed
            + " (again with --kills "
            + options.kills
            + " --seed "
            + options.seed
            + ")");
    KillReport report = kill(options);
    out.println(report.summary());
    return report.broken().isEmpty() ? 0 : 1;
  }

  private static boolean set(Options options, String option, String value) {
    try {
      switch (option) {
        case "--kills" -> options.kills = Integer.parseInt(value);
        case "--seed" -> options.seed = Long.parseLong(value);
        case "--estate" -> options.estate = Optional.of(Path.of(value));
        default -> {
          return false;
        }
      }
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private KillReport kill(Options options) {
    try {
      Path folder = Files.createTempDirectory("mlestate-kills");
      KillReport report =
          options.estate.isPresent()
              ? new EstateKillRun(folder, options.estate.get(), options.seed, out::println)
                  .kill(options.kills)
              : new KillRun(
                      folder, System.getProperty("java.class.path"), options.seed, out::println)
                  .kill(options.kills);
      if (report.broken().isEmpty()) {
        remove(folder);
      } else {
        out.println("what was left lies in " + folder);
      }
      return report;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
