package dev.mlestate.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what an interrupted run left behind. */
final class JournalReader {
  private static final int SUM_LENGTH = 8;
  private static final String REMEDY =
      "put a copy of the file back, or remove it to go on with the state of the last finished run";

  private JournalReader() {}

  /** A journal's lines, checked. */
  record Content(String base, Optional<String> commit, Optional<String> salt, List<Line> lines) {}

  /** One entry, not yet decoded: that may need the salt of a later line. */
  record Line(int number, JsonNode node) {}

  /**
   * The content; empty where there is no journal or the run ended before its first line.
   *
   * <p>An incomplete last line is a change that was being written when the run was killed: it was
   * never reported as done, and is left out.
   */
  static Optional<Content> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw StateFiles.unreadable(file, e);
    }
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(line(file, bytes, start, i, lines.size() + 1));
        start = i + 1;
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    JsonNode header = lines.get(0).node();
    if (!header.hasNonNull("base")) {
      throw StateFiles.damaged(file, 1, 1, "its first line names no state", REMEDY);
    }
    JsonNode last = lines.get(lines.size() - 1).node();
    Optional<String> salt =
        lines.stream()
            .flatMap(line -> Secrets.saltOf(line.node()).stream())
            .reduce((earlier, later) -> later);
    Optional<String> commit =
        last.hasNonNull("commit") ? Optional.of(last.get("commit").asText()) : Optional.empty();
    List<Line> entries =
        lines.subList(1, lines.size()).stream()
            .filter(line -> !line.node().hasNonNull("commit"))
            .toList();
    return Optional.of(new Content(header.get("base").asText(), commit, salt, entries));
  }

  /** How many bytes the complete lines take. */
  static int completeLength(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }

  private static Line line(Path file, byte[] bytes, int start, int end, int number) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    if (text.length() <= SUM_LENGTH + 1) {
      throw StateFiles.damaged(file, number, 1, "a line is too short", REMEDY);
    }
    String json = text.substring(SUM_LENGTH + 1);
    String sum = Journal.checksum(json.getBytes(StandardCharsets.UTF_8));
    if (!text.startsWith(sum + " ")) {
      throw StateFiles.damaged(file, number, 1, "a line does not match its checksum", REMEDY);
    }
    try {
      return new Line(number, Journal.parse(json));
    } catch (JsonProcessingException e) {
      throw StateFiles.damaged(file, number, SUM_LENGTH + 2, "a line is not JSON", REMEDY);
    }
  }

  /** The entries, decoded. */
  static List<JournalEntry> entries(Path file, Content content, DeploymentCodec codec) {
    List<JournalEntry> entries = new ArrayList<>();
    for (Line line : content.lines()) {
      try {
        entries.add(entry(line.node(), codec));
      } catch (IllegalArgumentException e) {
        throw StateFiles.damaged(
            file, line.number(), SUM_LENGTH + 2, String.valueOf(e.getMessage()), REMEDY);
      }
    }
    return entries;
  }

  private static JournalEntry entry(JsonNode node, DeploymentCodec codec) {
    JournalEntry.Builder entry = JournalEntry.builder();
    for (JsonNode put : node.path("put")) {
      entry.put(put.path("handle").asInt(), codec.resources().decode(put.path("resource")));
    }
    node.path("remove").forEach(handle -> entry.remove(handle.asInt()));
    if (node.has("finish")) {
      entry.finish(OptionalInt.of(node.get("finish").asInt()));
    }
    if (node.has("begin")) {
      JsonNode begin = node.get("begin");
      return JournalEntry.begin(begin.path("number").asInt(), codec.pending(begin));
    }
    return entry.build();
  }
}
