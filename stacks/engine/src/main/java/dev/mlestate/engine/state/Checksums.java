package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the state's file was when it was written, in a file beside it: Pulumi's own engine reads the
 * state as it is.
 *
 * <p>It is written before the state, so it knows the file before, too: a kill between the two
 * leaves that one.
 *
 * @param digest SHA-256 of the file
 * @param previous SHA-256 of the file that it replaces
 * @param absorbed SHA-256 of a damaged journal whose good lines the file has in it; empty: none
 * @param length of the file in bytes
 * @param blocks checksums of its parts, all of the same size but for the last one
 */
record Checksums(
    String digest, String previous, Optional<String> absorbed, int length, List<String> blocks) {
  private static final int MOST_BLOCKS = 1024;
  private static final int SMALLEST_BLOCK = 64;

  Checksums {
    blocks = List.copyOf(blocks);
  }

  static Checksums of(byte[] content, String previous, Optional<String> absorbed) {
    List<String> blocks = new ArrayList<>();
    int size = blockSize(content.length);
    for (int at = 0; at < content.length; at += size) {
      blocks.add(JournalCodec.checksum(content, at, Math.min(size, content.length - at)));
    }
    return new Checksums(
        DeploymentCodec.sha256(content), previous, absorbed, content.length, blocks);
  }

  private static int blockSize(int length) {
    int size = SMALLEST_BLOCK;
    while ((long) size * MOST_BLOCKS < length) {
      size *= 2;
    }
    return size;
  }

  boolean knows(String actual) {
    return actual.equals(digest) || actual.equals(previous);
  }

  /** The first byte of the first part that is not as it was written. */
  int firstDifference(byte[] content) {
    int size = blockSize(length);
    for (int i = 0; i < blocks.size(); i++) {
      int at = i * size;
      int end = Math.min(at + size, length);
      if (end > content.length
          || !JournalCodec.checksum(content, at, end - at).equals(blocks.get(i))) {
        return Math.min(at, content.length);
      }
    }
    return Math.min(length, content.length);
  }

  byte[] encode() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sha256", digest).put("previous", previous).put("length", length);
    absorbed.ifPresent(journal -> node.put("absorbed", journal));
    ArrayNode list = node.putArray("blocks");
    blocks.forEach(list::add);
    return JournalCodec.line(node);
  }

  /** Reads the file; empty if there is none. */
  static Optional<Checksums> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw StateFiles.unreadable(file, e);
    }
    JsonNode node =
        JournalCodec.parse(content, 0, Math.max(0, content.length - 1))
            .filter(any -> content[content.length - 1] == '\n')
            .orElseThrow(
                () ->
                    Damage.at(
                            file,
                            content,
                            0,
                            "it does not match its own checksum",
                            "the state beside it may be good")
                        .exception());
    List<String> blocks = new ArrayList<>();
    node.path("blocks").forEach(block -> blocks.add(block.asText()));
    return Optional.of(
        new Checksums(
            node.path("sha256").asText(),
            node.path("previous").asText(),
            Optional.of(node.path("absorbed").asText()).filter(text -> !text.isEmpty()),
            node.path("length").asInt(),
            blocks));
  }
}
