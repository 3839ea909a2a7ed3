package dev.mlestate.benchmark.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.mlestate.benchmark.Bench;
import dev.mlestate.benchmark.Chart;
import dev.mlestate.benchmark.Results;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The process of the benchmark; scripts/bench starts it. */
public final class Main {
  private static final String USAGE =
      "usage: ./scripts/bench [--quick] [--runs N] [--output FOLDER]";
  private static final int USUAL_RUNS = 3;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  private static int run(String[] arguments, PrintStream out, PrintStream err)
      throws InterruptedException {
    Path home = Path.of(System.getProperty("mlestate.home", ""));
    Path built = home.resolve("scripts/benchmark/target");
    Path output = built.resolve("bench");
    boolean quick = false;
    int runs = USUAL_RUNS;
    for (int i = 0; i < arguments.length; i++) {
      boolean hasValue = i + 1 < arguments.length;
      if (arguments[i].equals("--quick")) {
        quick = true;
        runs = 1;
      } else if (arguments[i].equals("--runs")
          && hasValue
          && arguments[i + 1].matches("[1-9]\\d?")) {
        runs = Integer.parseInt(arguments[++i]);
      } else if (arguments[i].equals("--output") && hasValue) {
        output = Path.of(arguments[++i]);
      } else {
        err.println(USAGE);
        return 2;
      }
    }
    try {
      Results results = Bench.measure(home, built, runs, quick, err::println);
      Files.createDirectories(output);
      Files.writeString(
          output.resolve("bench.json"),
          new ObjectMapper()
                  .enable(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(results.json(Instant.now()))
              + "\n");
      Files.writeString(output.resolve("bench.svg"), Chart.of(results.measurements()));
      out.print(results.table());
      out.println();
      out.println("written to " + output.resolve("bench.json") + " and bench.svg");
      return 0;
    } catch (IOException e) {
      err.println("the benchmark ended: " + e.getMessage());
      return 1;
    }
  }
}
