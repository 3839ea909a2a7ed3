package dev.mlestate.conformance.replacement;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The run as a command: brings environments up, asks about every change, prints what was found. */
public final class ReplacementCommand {
  private static final List<String> ALL =
      List.of(
          "dev-aws",
          "staging-aws",
          "prod-aws",
          "dev-gcp",
          "staging-gcp",
          "prod-gcp",
          "dev-azure",
          "staging-azure",
          "prod-azure");

  private static final String USAGE =
      """
      replacements [--environments NAME,…] [--cloud aws|gcp|azure] [--output FILE] [--documents FOLDER]
        --environments  some of the nine environments; all by default
        --cloud         the environments of one cloud
        --one-per-type  the first resource of each type alone
        --output        every change with what was expected and decided: JSON, or with .tsv lines of cells
        --documents     CLOUD-before.json (a stack export) and CLOUD-after.json (a preview), with a resource for each
                        kind of change, for whoever judges previews
      Exit code: 0 nothing missed and at most 1 % false, cloud by cloud; 1 otherwise; 2 wrong arguments.
      """;

  private final Path environments;
  private final PrintStream out;
  private final PrintStream progress;

  /**
   * A command.
   *
   * @param environments the folder of the environment files
   */
  public ReplacementCommand(Path environments, PrintStream out, PrintStream progress) {
    this.environments = environments;
    this.out = out;
    this.progress = progress;
  }

  private record Arguments(
      List<String> environments,
      boolean onePerType,
      Optional<Path> output,
      Optional<Path> documents) {}

  /** Runs it; returns the exit code. */
  public int run(String... words) {
    Optional<Arguments> arguments = parse(words);
    if (arguments.isEmpty()) {
      progress.print(USAGE);
      return 2;
    }
    Path work = folder();
    try {
      return run(arguments.get(), work);
    } finally {
      delete(work);
    }
  }

  private Optional<Arguments> parse(String... words) {
    List<String> names = ALL;
    boolean onePerType = false;
    Optional<Path> output = Optional.empty();
    Optional<Path> documents = Optional.empty();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      if (word.equals("--one-per-type")) {
        onePerType = true;
        continue;
      }
      if (i + 1 == words.length) {
        return Optional.empty();
      }
      String value = words[++i];
      if (word.equals("--environments")) {
        names = List.of(value.split(",", -1));
      } else if (word.equals("--cloud")) {
        names = ALL.stream().filter(name -> name.endsWith("-" + value)).toList();
      } else if (word.equals("--output")) {
        output = Optional.of(Path.of(value));
      } else if (word.equals("--documents")) {
        documents = Optional.of(Path.of(value));
      } else {
        return Optional.empty();
      }
    }
    boolean known = ALL.containsAll(names) && !names.isEmpty();
    return known
        ? Optional.of(new Arguments(names, onePerType, output, documents))
        : Optional.empty();
  }

  private int run(Arguments arguments, Path work) {
    Clock clock = Clock.systemUTC();
    Tally tally = new Tally();
    ReplacementRun run =
        new ReplacementRun(clock, new ReplacementRun.Scope(arguments.onePerType(), 1, 1));
    JudgeDocuments documents = new JudgeDocuments();
    List<RunningEstate> estates = new ArrayList<>();
    try {
      for (String name : arguments.environments()) {
        progress.println("up: " + name);
        RunningEstate estate = RunningEstate.up(environments.resolve(name + ".yaml"), work, clock);
        estates.add(estate);
        run.learn(estate.snapshot());
        documents.remember(name, estate.snapshot());
      }
      for (RunningEstate estate : estates) {
        int before = tally.outcomes().size();
        run.over(estate, tally);
        progress.println(estate.name() + ": " + (tally.outcomes().size() - before) + " changes");
      }
    } finally {
      estates.forEach(RunningEstate::close);
    }
    out.print(ReplacementReport.text(tally));
    arguments.output().ifPresent(file -> write(file, tally));
    if (arguments.documents().isPresent()) {
      tally.outcomes().forEach(documents::add);
      documents.write(arguments.documents().get());
    }
    out.println(tally.passed() ? "passed" : "FAILED");
    return tally.passed() ? 0 : 1;
  }

  private static void write(Path file, Tally tally) {
    try {
      if (file.toString().endsWith(".tsv")) {
        Files.write(file, ReplacementReport.tsv(tally), StandardCharsets.UTF_8);
      } else {
        Files.writeString(file, ReplacementReport.json(tally).toPrettyString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("mlestate-replacements");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
