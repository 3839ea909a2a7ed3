package dev.mlestate.cli.launcher;

import dev.mlestate.application.Interrupts;
import dev.mlestate.cli.CommandLineInterface;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** The process of the command line. */
public final class Main {
  /** Set by the launcher, which knows whether a person watches. */
  private static final String TERMINAL = "mlestate.terminal";

  /** Set by the launcher: the folder that mlestate is installed in. */
  private static final String HOME = "mlestate.home";

  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private Main() {}

  public static void main(String[] arguments) {
    // What goes wrong in a program is reported through the engine; the SDK would print it as well.
    LogManager.getLogManager().reset();
    // On one or two CPUs the pool has no worker of its own, and the SDK livelocks on JDK 25.
    if (System.getProperty(PARALLELISM) == null) {
      System.setProperty(PARALLELISM, "4");
    }
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    Interrupts interrupts = new Interrupts();
    new InterruptHandler(interrupts, err).install();
    int code =
        new CommandLineInterface(
                Path.of(System.getProperty(HOME, "")),
                System.in,
                out,
                err,
                System.getenv(),
                Boolean.getBoolean(TERMINAL),
                interrupts)
            .run(arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** UTF-8 whatever the locale says, so that output is the same everywhere. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
