package dev.mlestate.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end and measures it, with every process that it starts. */
final class MeasuredProcess {
  private static final long SAMPLING_MILLIS = 10;
  private static final long LIMIT_MINUTES = 10;

  private MeasuredProcess() {}

  /**
   * What one run took.
   *
   * @param wall from before the start to after the end
   * @param cpu of the process and its children, as far as they were seen; at most one sample short
   * @param peakResidentBytes by what runs in a process, such as {@code mlestate.jar}: the most that
   *     it had in memory; empty where the system does not tell
   */
  record Run(Duration wall, Duration cpu, Map<String, Long> peakResidentBytes) {}

  /**
   * Runs a command.
   *
   * @param log takes what it prints
   * @throws IOException if it cannot be started or fails; the message has its last lines
   */
  static Run run(List<String> command, Path folder, Map<String, String> variables, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(variables);
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    Map<Long, Seen> seen = new HashMap<>();
    while (!process.waitFor(SAMPLING_MILLIS, TimeUnit.MILLISECONDS)) {
      sample(process, seen);
      if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(LIMIT_MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " did not end in time");
      }
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with %d:%n%s"
              .formatted(String.join(" ", command), process.exitValue(), tail(log)));
    }
    Duration cpu = Duration.ZERO;
    Map<String, Long> memory = new HashMap<>();
    for (Seen each : seen.values()) {
      cpu = cpu.plus(each.cpu);
      if (each.peak > 0) {
        memory.merge(each.name, each.peak, Math::max);
      }
    }
    return new Run(wall, cpu, memory);
  }

  /** What was seen last of one process. */
  private static final class Seen {
    private Duration cpu = Duration.ZERO;
    private long peak;
    private String name = "";
  }

  private static void sample(Process process, Map<Long, Seen> seen) {
    sample(process.toHandle(), seen);
    process.descendants().forEach(child -> sample(child, seen));
  }

  private static void sample(ProcessHandle handle, Map<Long, Seen> seen) {
    Seen record = seen.computeIfAbsent(handle.pid(), pid -> new Seen());
    handle
        .info()
        .totalCpuDuration()
        .filter(now -> now.compareTo(record.cpu) > 0)
        .ifPresent(now -> record.cpu = now);
    peak(handle.pid()).ifPresent(now -> record.peak = Math.max(record.peak, now));
    String name = name(handle);
    if (!name.isEmpty()) {
      record.name = name;
    }
  }

  /** The jar that a Java process runs, else the program. */
  private static String name(ProcessHandle handle) {
    List<String> arguments = List.of(handle.info().arguments().orElse(new String[0]));
    int jar = arguments.indexOf("-jar");
    String path =
        jar >= 0 && jar + 1 < arguments.size()
            ? arguments.get(jar + 1)
            : handle.info().command().orElse("");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The peak that Linux keeps; nothing of the kind is known elsewhere. */
  private static OptionalLong peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
        }
      }
    } catch (IOException e) {
      // The process has ended, or this is not Linux.
    }
    return OptionalLong.empty();
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
