package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.wire.MalformedValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what an interrupted run left behind. */
final class JournalReader {
  private JournalReader() {}

  /** One complete line that matches its checksum, not yet decoded: the salt may come later. */
  record Line(int number, int offset, JsonNode node) {}

  /** A journal's lines, checked. */
  static final class Content {
    private final Path file;
    private final byte[] content;
    private final List<Line> lines;
    private final List<Damage> damages;

    Content(Path file, byte[] content, List<Line> lines, List<Damage> damages) {
      this.file = file;
      this.content = content;
      this.lines = List.copyOf(lines);
      this.damages = List.copyOf(damages);
    }

    Path file() {
      return file;
    }

    /** The bytes of the complete lines. */
    byte[] content() {
      return content;
    }

    /** What is wrong, from the first to the last line. */
    List<Damage> damages() {
      return damages;
    }

    /** The digest of the state that it continues; empty if its first line does not say. */
    Optional<String> base() {
      return lines.stream()
          .filter(line -> line.number() == 1)
          .map(line -> line.node().path("base").asText())
          .filter(base -> !base.isEmpty())
          .findFirst();
    }

    /** The digest of the state that it led to; empty if the run did not come to its end. */
    Optional<String> commit() {
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(lines.get(lines.size() - 1).node().path("commit").asText())
              .filter(digest -> !digest.isEmpty());
    }

    Optional<String> salt() {
      return lines.stream()
          .flatMap(line -> Secrets.saltOf(line.node()).stream())
          .reduce((earlier, later) -> later);
    }

    List<Line> entries() {
      return lines.stream()
          .filter(line -> !line.node().has("base") && !line.node().has("commit"))
          .toList();
    }

    /** Refuses what is damaged, at its first place. */
    void refuseDamage() {
      if (!damages.isEmpty()) {
        throw damages.get(0).exception();
      }
    }
  }

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
    return scan(file, bytes);
  }

  /** The content of bytes that are or might be in the file. */
  static Optional<Content> scan(Path file, byte[] bytes) {
    Scan scan = new Scan(file, bytes);
    return scan.anything() ? Optional.of(scan.content()) : Optional.empty();
  }

  /** Goes through the bytes once. */
  private static final class Scan {
    private final Path file;
    private final byte[] bytes;
    private final List<Line> lines = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private int number = 1;
    private int end;

    Scan(Path file, byte[] bytes) {
      this.file = file;
      this.bytes = bytes;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          line(end, i);
          end = i + 1;
        }
      }
      // A torn line never has its checksum: one that has lost only its end, too, was complete.
      if (bytes.length - end > 1 && JournalCodec.parse(bytes, end, bytes.length - 1).isPresent()) {
        damage(bytes.length - 1, "a line does not end");
        end = bytes.length;
      }
    }

    boolean anything() {
      return number > 1 || !damages.isEmpty();
    }

    private void line(int start, int stop) {
      Optional<JsonNode> node = JournalCodec.parse(bytes, start, stop);
      if (node.isEmpty()) {
        damage(start, "a line does not match its checksum");
      } else if (number == 1 && node.get().path("base").asText().isEmpty()) {
        damage(start, "its first line names no state");
      } else {
        lines.add(new Line(number, start, node.get()));
      }
      number++;
    }

    private void damage(int offset, String reason) {
      String good =
          number == 1
              ? "nothing before it is good"
              : "the last good point is line " + (number - 1) + " of it";
      damages.add(Damage.at(file, bytes, offset, reason, good));
    }

    Content content() {
      return new Content(file, Arrays.copyOf(bytes, end), lines, damages);
    }
  }

  /** The entries, decoded. */
  static List<JournalEntry> entries(Content content, DeploymentCodec deployments) {
    JournalCodec codec = new JournalCodec(deployments);
    List<JournalEntry> entries = new ArrayList<>();
    for (Line line : content.entries()) {
      try {
        entries.add(codec.decode(line.node()));
      } catch (MalformedValueException | IllegalArgumentException | DateTimeException e) {
        throw new Damage(
                content.file(),
                line.number(),
                JournalCodec.SUM_LENGTH + 2,
                line.offset(),
                String.valueOf(e.getMessage()),
                "the last good point is line " + (line.number() - 1) + " of it")
            .exception();
      }
    }
    return entries;
  }
}
