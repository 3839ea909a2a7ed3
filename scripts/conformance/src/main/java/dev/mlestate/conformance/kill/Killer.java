package dev.mlestate.conformance.kill;

import dev.mlestate.conformance.kill.KillPoint.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts processes of the small estate and kills them with SIGKILL where they are told to wait. */
final class Killer {
  private static final String MAIN = "dev.mlestate.conformance.kill.launcher.KillVictim";

  private final String classPath;

  Killer(String classPath) {
    this.classPath = classPath;
  }

  /**
   * How a process ended.
   *
   * @param killed whether it was killed; else it came to its end before the point
   * @param code its exit code, if it was not
   * @param said what it printed
   */
  record End(boolean killed, int code, List<String> said) {}

  End run(Path folder, Deed deed, KillPoint point) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", classPath, MAIN));
    command.addAll(List.of(Victim.arguments(folder, deed, point)));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return watch(process, point);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process ran", e);
    }
  }

  private static End watch(Process process, KillPoint point)
      throws IOException, InterruptedException {
    List<String> said = new ArrayList<>();
    boolean killed = false;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      @Nullable String line;
      while ((line = lines.readLine()) != null) {
        said.add(line);
        boolean due =
            point.kind() == Kind.TIME
                ? line.equals(Victim.BEGUN)
                    && !process.waitFor(point.number(), TimeUnit.MILLISECONDS)
                : line.equals(Victim.AT + point);
        if (due) {
          // SIGKILL, as the documentation of Process says for Linux and macOS.
          killed = process.destroyForcibly().isAlive() || process.waitFor() != 0;
        }
      }
    } catch (IOException e) {
      // The stream of a process that is killed may break off.
      if (!killed) {
        throw e;
      }
    }
    int code = process.waitFor();
    return new End(killed, code, said);
  }
}
