package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.wire.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A snapshot to and from the document of {@code pulumi stack export}, version 3. */
final class DeploymentCodec {
  static final int VERSION = 3;

  /** Says in a state who wrote it. */
  static final String WRITER = "mlestate-0.1.0";

  private final ResourceCodec resources;
  private final Secrets secrets;

  DeploymentCodec(Secrets secrets) {
    this.secrets = secrets;
    this.resources = new ResourceCodec(JsonCodec.state(secrets));
  }

  ResourceCodec resources() {
    return resources;
  }

  ObjectNode encode(Snapshot snapshot, Instant time) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("version", VERSION);
    ObjectNode deployment = document.putObject("deployment");
    ObjectNode manifest = deployment.putObject("manifest");
    manifest.put("time", time.toString());
    manifest.put("magic", sha256(WRITER.getBytes(StandardCharsets.UTF_8)));
    manifest.put("version", WRITER);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    snapshot.resources().forEach(resource -> list.add(resources.encode(resource)));
    ArrayNode pending = JsonNodeFactory.instance.arrayNode();
    for (PendingOperation operation : snapshot.pending()) {
      pending
          .addObject()
          .put("type", operation.kind().word())
          .set("resource", resources.encode(operation.resource()));
    }
    // After the resources: the first secret makes the salt.
    secrets.provider().ifPresent(provider -> deployment.set("secrets_providers", provider));
    if (!list.isEmpty()) {
      deployment.set("resources", list);
    }
    if (!pending.isEmpty()) {
      deployment.set("pending_operations", pending);
    }
    deployment.putObject("metadata");
    return document;
  }

  Snapshot decode(JsonNode document) {
    if (document.path("version").asInt() != VERSION) {
      throw new IllegalArgumentException(
          "it is of version " + document.path("version").asText("?") + ", not " + VERSION);
    }
    JsonNode deployment = document.path("deployment");
    if (!deployment.isObject()) {
      throw new IllegalArgumentException("it has no 'deployment'");
    }
    for (String list : List.of("resources", "pending_operations")) {
      if (deployment.hasNonNull(list) && !deployment.get(list).isArray()) {
        throw new IllegalArgumentException("its '" + list + "' is not a list");
      }
    }
    List<ResourceState> states = new ArrayList<>();
    deployment.path("resources").forEach(node -> states.add(resources.decode(node)));
    List<PendingOperation> pending = new ArrayList<>();
    for (JsonNode node : deployment.path("pending_operations")) {
      pending.add(pending(node));
    }
    return new Snapshot(states, pending);
  }

  PendingOperation pending(JsonNode node) {
    String word = node.path("type").asText();
    PendingOperation.Kind kind =
        PendingOperation.Kind.of(word)
            .orElseThrow(
                () -> new IllegalArgumentException("no operation is called '" + word + "'"));
    return new PendingOperation(kind, resources.decode(node.path("resource")));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
