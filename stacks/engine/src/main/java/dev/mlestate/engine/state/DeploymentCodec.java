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
import java.util.Set;

/** A snapshot to and from the document of {@code pulumi stack export}, version 3. */
final class DeploymentCodec {
  static final int VERSION = 3;

  // A deployment that names the features which a reader must know (Pulumi 3.260,
  // pkg/resource/stack/deployment.go).
  private static final int WITH_FEATURES = 4;
  private static final Set<String> FEATURES = Set.of("replaceWith");

  /** Says in a state who wrote it. */
  static final String WRITER = "mlestate-0.1.0";

  private final ResourceCodec resources;
  private final Secrets secrets;

  DeploymentCodec(Secrets secrets) {
    this(new ResourceCodec(JsonCodec.state(secrets)), secrets);
  }

  DeploymentCodec(ResourceCodec resources, Secrets secrets) {
    this.resources = resources;
    this.secrets = secrets;
  }

  Secrets secrets() {
    return secrets;
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
    ObjectNode lists = JsonNodeFactory.instance.objectNode();
    lists(snapshot, lists);
    // After the resources: the first secret makes the salt.
    secrets.provider().ifPresent(provider -> deployment.set("secrets_providers", provider));
    deployment.setAll(lists);
    deployment.putObject("metadata");
    return document;
  }

  Snapshot decode(JsonNode document) {
    refuseForeign(document);
    return snapshot(document.path("deployment"));
  }

  /** Refuses what is no deployment that this engine can take over. */
  static void refuseForeign(JsonNode document) {
    int version = document.path("version").asInt();
    if (version != VERSION && version != WITH_FEATURES) {
      throw new IllegalArgumentException(
          "it is of version " + document.path("version").asText("?") + ", not " + VERSION);
    }
    for (JsonNode feature : document.path("features")) {
      if (!FEATURES.contains(feature.asText())) {
        throw new IllegalArgumentException(
            "it needs '" + feature.asText() + "', which the embedded engine does not support");
      }
    }
    if (!document.path("deployment").isObject()) {
      throw new IllegalArgumentException("it has no 'deployment'");
    }
  }

  /** What {@link #lists} has written. */
  Snapshot snapshot(JsonNode deployment) {
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

  /** The resources and what is pending, under the names that they have in a deployment. */
  void lists(Snapshot snapshot, ObjectNode into) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    snapshot.resources().forEach(resource -> list.add(resources.encode(resource)));
    ArrayNode pending = JsonNodeFactory.instance.arrayNode();
    snapshot.pending().forEach(operation -> pending.add(pending(operation)));
    if (!list.isEmpty()) {
      into.set("resources", list);
    }
    if (!pending.isEmpty()) {
      into.set("pending_operations", pending);
    }
  }

  /** An operation; Pulumi's own engine passes over the token. */
  ObjectNode pending(PendingOperation operation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", operation.kind().word());
    if (!operation.token().isEmpty()) {
      node.put("token", operation.token());
    }
    node.set("resource", resources.encode(operation.resource()));
    return node;
  }

  PendingOperation pending(JsonNode node) {
    String word = node.path("type").asText();
    PendingOperation.Kind kind =
        PendingOperation.Kind.of(word)
            .orElseThrow(
                () -> new IllegalArgumentException("no operation is called '" + word + "'"));
    return new PendingOperation(
        kind, resources.decode(node.path("resource")), node.path("token").asText());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
