package dev.mlestate.engine.program;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A Pulumi program in Java: a folder with a {@code Pulumi.yaml} whose runtime is {@code {name:
 * java, options: {binary: some.jar}}}, run unmodified in a process of its own.
 */
public final class JavaProgram implements Program {
  private static final int KEPT_LINES = 200;

  /**
   * For a program that lives for seconds: little compilation, no collector threads, a small heap to
   * begin with, nothing of archives of classes in its output. The parallelism keeps
   * CompletableFuture from starting a thread for each task on two cores, and JDK 25 from a livelock
   * there.
   */
  private static final List<String> QUICK_START =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-Xlog:cds*=off:stderr",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4");

  /**
   * Ctrl-C at a terminal goes to all processes of its group; a program that it ended would be one
   * that failed. A JVM leaves a signal ignored that it finds so (JDK, jdk.internal.misc.Signal;
   * general knowledge, tried out).
   */
  private static final List<String> DEAF =
      Files.isExecutable(Path.of("/bin/sh"))
          ? List.of("/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"")
          : List.of();

  private final Path folder;
  private final Path java;
  private final Optional<Path> archives;

  private JavaProgram(Path folder, Path java, Optional<Path> archives) {
    this.folder = folder;
    this.java = java;
    this.archives = archives;
  }

  /** The program in a folder, run by the Java that runs this engine. */
  public static JavaProgram in(Path folder) {
    return new JavaProgram(
        folder, Path.of(System.getProperty("java.home"), "bin", "java"), Optional.empty());
  }

  /**
   * The program, started with the classes that its first run left in a folder, which need not
   * exist.
   */
  public JavaProgram keepingClasses(Path cache) {
    return new JavaProgram(folder, java, Optional.of(cache));
  }

  @Override
  public Running start(ProgramEnvironment environment) {
    PulumiProject project = PulumiProject.read(folder);
    List<String> command = new ArrayList<>(DEAF);
    command.add(java.toString());
    command.addAll(QUICK_START);
    Optional<ClassArchive> archive =
        archives.flatMap(cache -> ClassArchive.of(cache, project.existingJar()));
    archive.ifPresent(present -> command.addAll(present.arguments()));
    command.add("-jar");
    command.add(project.existingJar().toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.program().toFile());
    builder.environment().putAll(environment.variables());
    builder.environment().put("PULUMI_ROOT_DIRECTORY", folder.toAbsolutePath().toString());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      Tail errors = new Tail();
      Thread out = drain(process.getInputStream(), environment.output());
      Thread err = drain(process.getErrorStream(), errors::add);
      CompletableFuture<Outcome> outcome =
          process
              .onExit()
              .thenApplyAsync(
                  ended -> {
                    join(out);
                    join(err);
                    archive.ifPresent(written -> written.ended(ended.exitValue() == 0));
                    return new Outcome(ended.exitValue(), errors.text());
                  });
      return new JavaProcess(process, outcome);
    } catch (IOException e) {
      throw problem("java cannot be started: " + e.getMessage(), "install a JDK 17 or newer");
    }
  }

  private record JavaProcess(Process process, CompletableFuture<Outcome> outcome)
      implements Running {
    @Override
    public void kill() {
      process.destroyForcibly();
    }
  }

  private ProblemException problem(String reason, String remedy) {
    return new ProblemException(
        ErrorKind.CONFIGURATION, Problem.of(folder.toString(), reason, remedy));
  }

  private static Thread drain(InputStream stream, Consumer<String> lines) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader reader =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines);
              } catch (IOException | java.io.UncheckedIOException e) {
                lines.accept("(the program's output ended: " + e.getMessage() + ")");
              }
            },
            "program output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines of an output. */
  private static final class Tail {
    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
      lines.addLast(line);
      if (lines.size() > KEPT_LINES) {
        lines.removeFirst();
      }
    }

    synchronized String text() {
      return String.join("\n", lines).strip();
    }
  }
}
