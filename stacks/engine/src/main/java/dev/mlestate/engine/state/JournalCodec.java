package dev.mlestate.engine.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/** The journal's lines: the CRC-32 of a JSON object, a space and the object. */
final class JournalCodec {
  static final int SUM_LENGTH = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeploymentCodec deployments;

  JournalCodec(DeploymentCodec deployments) {
    this.deployments = deployments;
  }

  static byte[] line(ObjectNode node) {
    byte[] json;
    try {
      json = JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
    byte[] sum = (checksum(json) + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] line = new byte[sum.length + json.length + 1];
    System.arraycopy(sum, 0, line, 0, sum.length);
    System.arraycopy(json, 0, line, sum.length, json.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** The object of a line without its end; empty if it does not match its checksum. */
  static Optional<JsonNode> parse(byte[] content, int start, int end) {
    if (end - start <= SUM_LENGTH + 1) {
      return Optional.empty();
    }
    byte[] json = Arrays.copyOfRange(content, start + SUM_LENGTH + 1, end);
    String sum = new String(content, start, SUM_LENGTH + 1, StandardCharsets.ISO_8859_1);
    if (!sum.equals(checksum(json) + " ")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject);
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  static String checksum(byte[] bytes) {
    return checksum(bytes, 0, bytes.length);
  }

  static String checksum(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  ObjectNode encode(JournalEntry entry) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!entry.puts().isEmpty()) {
      ArrayNode puts = node.putArray("put");
      entry
          .puts()
          .forEach(
              (handle, state) ->
                  puts.addObject()
                      .put("handle", handle)
                      .set("resource", deployments.resources().encode(state)));
    }
    if (!entry.removes().isEmpty()) {
      ArrayNode removes = node.putArray("remove");
      entry.removes().forEach(removes::add);
    }
    entry
        .begun()
        .ifPresent(
            begun ->
                node.set(
                    "begin", deployments.pending(begun.operation()).put("number", begun.number())));
    entry.finished().ifPresent(number -> node.put("finish", number));
    entry.rebased().ifPresent(state -> deployments.lists(state, node.putObject("rebase")));
    return node;
  }

  JournalEntry decode(JsonNode node) {
    if (node.has("rebase")) {
      return JournalEntry.rebase(deployments.snapshot(node.get("rebase")));
    }
    if (node.has("begin")) {
      JsonNode begin = node.get("begin");
      return JournalEntry.begin(begin.path("number").asInt(), deployments.pending(begin));
    }
    JournalEntry.Builder entry = JournalEntry.builder();
    for (JsonNode put : node.path("put")) {
      entry.put(put.path("handle").asInt(), deployments.resources().decode(put.path("resource")));
    }
    node.path("remove").forEach(handle -> entry.remove(handle.asInt()));
    if (node.has("finish")) {
      entry.finish(OptionalInt.of(node.get("finish").asInt()));
    }
    return entry.build();
  }
}
