package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who changes a stack.
 *
 * @param owner the name of the user
 * @param host the name of the machine
 * @param process its number there
 * @param since when the run began
 */
public record LockHolder(String owner, String host, long process, Instant since) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  /** This process. */
  static LockHolder here(Instant now) {
    return new LockHolder(
        System.getProperty("user.name", "?"), hostName(), ProcessHandle.current().pid(), now);
  }

  private static String hostName() {
    try {
      // To ask the network may take seconds where there is none.
      return Files.exists(LINUX_HOST_NAME)
          ? Files.readString(LINUX_HOST_NAME).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  /** In words, such as {@code ann@build-7, process 4711, since 2026-11-24T03:00:00Z}. */
  public String described() {
    return owner + "@" + host + ", process " + process + ", since " + since;
  }

  byte[] text() {
    String text =
        JsonNodeFactory.instance
            .objectNode()
            .put("owner", owner)
            .put("host", host)
            .put("process", process)
            .put("since", since.toString())
            .toString();
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Who a file names; empty if it names nobody. */
  static Optional<LockHolder> parse(byte[] text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node == null || !node.hasNonNull("host")
          ? Optional.empty()
          : Optional.of(
              new LockHolder(
                  node.path("owner").asText(),
                  node.path("host").asText(),
                  node.path("process").asLong(),
                  Instant.parse(node.path("since").asText())));
    } catch (IOException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }
}
