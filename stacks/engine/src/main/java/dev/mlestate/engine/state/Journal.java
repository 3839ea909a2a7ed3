package dev.mlestate.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What a run did to the state, one line per change, on disk before the run goes on.
 *
 * <p>A line is the CRC-32 of its JSON, a space and the JSON. The first line names the state that
 * the journal continues, by its SHA-256; the last of a finished run names the state that it led to.
 */
final class Journal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final ResourceCodec resources;
  private final FileChannel channel;
  private final Object forcing = new Object();
  private long written;
  private long forced;

  private Journal(Path file, ResourceCodec resources, FileChannel channel) {
    this.file = file;
    this.resources = resources;
    this.channel = channel;
  }

  /** Starts an empty journal that continues the state of that digest. */
  static Journal create(Path file, ResourceCodec resources, String baseDigest, Secrets secrets) {
    try {
      Files.deleteIfExists(file);
      Journal journal = new Journal(file, resources, StateFiles.openForAppending(file));
      ObjectNode header = JsonNodeFactory.instance.objectNode().put("base", baseDigest);
      secrets.provider().ifPresent(provider -> header.set("secrets_providers", provider));
      journal.append(header, true);
      return journal;
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  /** Ends an interrupted run's journal with the state that it led to. */
  static void seal(Path file, String digest) {
    try (FileChannel channel = StateFiles.openForAppending(file)) {
      channel.truncate(JournalReader.completeLength(Files.readAllBytes(file)));
      channel.position(channel.size());
      StateFiles.writeFully(
          channel, line(JsonNodeFactory.instance.objectNode().put("commit", digest)));
      channel.force(true);
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  /** Writes an entry; a durable one is on disk when this returns. */
  void append(JournalEntry entry, boolean durable, Secrets secrets) {
    ObjectNode node = encode(entry);
    // The first secret makes the salt, without which the entry could not be read.
    secrets.provider().ifPresent(provider -> node.set("secrets_providers", provider));
    append(node, durable);
  }

  void appendCommit(String digest) {
    append(JsonNodeFactory.instance.objectNode().put("commit", digest), true);
  }

  private void append(ObjectNode node, boolean durable) {
    try {
      long end;
      synchronized (this) {
        byte[] line = line(node);
        StateFiles.writeFully(channel, line);
        written += line.length;
        end = written;
      }
      if (durable) {
        force(end);
      }
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  private static byte[] line(ObjectNode node) throws JsonProcessingException {
    byte[] json = JSON.writeValueAsBytes(node);
    byte[] sum = (checksum(json) + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] line = new byte[sum.length + json.length + 1];
    System.arraycopy(sum, 0, line, 0, sum.length);
    System.arraycopy(json, 0, line, sum.length, json.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** One sync serves every entry written before it, so steps that end together share it. */
  private void force(long upTo) throws IOException {
    synchronized (forcing) {
      if (forced >= upTo) {
        return;
      }
      long end;
      synchronized (this) {
        end = written;
      }
      channel.force(false);
      forced = end;
    }
  }

  private ObjectNode encode(JournalEntry entry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!entry.puts().isEmpty()) {
      ArrayNode puts = node.putArray("put");
      entry
          .puts()
          .forEach(
              (handle, state) ->
                  puts.addObject().put("handle", handle).set("resource", resources.encode(state)));
    }
    if (!entry.removes().isEmpty()) {
      ArrayNode removes = node.putArray("remove");
      entry.removes().forEach(removes::add);
    }
    entry
        .begun()
        .ifPresent(
            begun ->
                node.putObject("begin")
                    .put("number", begun.number())
                    .put("type", begun.operation().kind().word())
                    .set("resource", resources.encode(begun.operation().resource())));
    entry.finished().ifPresent(number -> node.put("finish", number));
    return node;
  }

  static String checksum(byte[] json) {
    CRC32 crc = new CRC32();
    crc.update(json);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  static JsonNode parse(String json) throws JsonProcessingException {
    return JSON.readTree(json);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }
}
