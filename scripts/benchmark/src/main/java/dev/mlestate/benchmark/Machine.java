package dev.mlestate.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured on. A figure without it says little.
 *
 * @param memoryBytes 0 where the system does not tell
 * @param load processes that were ready to run before the measurement, averaged over a minute;
 *     negative where the system does not tell
 */
record Machine(
    int cores, long memoryBytes, String processor, String java, String kernel, double load) {
  static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        kibibytes(first(Path.of("/proc/meminfo"), "MemTotal")),
        first(Path.of("/proc/cpuinfo"), "model name"),
        System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static long kibibytes(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) * 1024;
  }

  /** The value of the first line of that name; empty where there is none. */
  private static String first(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("cores", cores)
        .put("memoryBytes", memoryBytes)
        .put("processor", processor)
        .put("java", java)
        .put("kernel", kernel)
        .put("loadBefore", load);
  }
}
