package dev.mlestate.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes Pulumi's marks out of properties: what is unknown or secret becomes null, and its path is
 * kept.
 *
 * <p>The marks are those of Pulumi's sdk/go/common/resource (plugin/rpc.go and sig/sig.go), read
 * 2026-11.
 */
final class Sentinels {
  private static final List<String> UNKNOWNS =
      List.of(
          "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // anything; on the wire also a string
          "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
          "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
          "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
          "030794c1-ac77-496b-92df-f27374a8bd58", // asset
          "e48ece36-62e2-4504-bad9-02848725956a", // archive
          "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"); // object
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String OUTPUT_VALUE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  private static final String RESOURCE_REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

  /** What a preview prints in the place of a secret. */
  private static final String REDACTED = "[secret]";

  private final Set<String> unknownPaths = new TreeSet<>();
  private final Set<String> secretPaths = new TreeSet<>();
  private final ObjectNode properties;

  private Sentinels(JsonNode properties) {
    ObjectNode clean = JsonNodeFactory.instance.objectNode();
    properties
        .properties()
        .forEach(
            p -> clean.set(p.getKey(), clean(p.getValue(), PropertyPath.member("", p.getKey()))));
    this.properties = clean;
  }

  static Sentinels takenFrom(JsonNode properties) {
    return new Sentinels(properties);
  }

  /** The properties without marks. */
  ObjectNode properties() {
    return properties;
  }

  Set<String> unknownPaths() {
    return unknownPaths;
  }

  Set<String> secretPaths() {
    return secretPaths;
  }

  private JsonNode clean(JsonNode value, String path) {
    if (value.isTextual()) {
      return text(value, path);
    }
    if (value.isArray()) {
      ArrayNode clean = JsonNodeFactory.instance.arrayNode(value.size());
      for (int i = 0; i < value.size(); i++) {
        clean.add(clean(value.path(i), PropertyPath.element(path, i)));
      }
      return clean;
    }
    if (value.isObject()) {
      return object(value, path);
    }
    return value;
  }

  private JsonNode text(JsonNode value, String path) {
    String text = value.textValue();
    if (text.equals(REDACTED)) {
      return secret(path);
    }
    // A text that was put together from an unknown one holds the mark in its midst.
    return UNKNOWNS.stream().anyMatch(text::contains) ? unknown(path) : value;
  }

  private JsonNode object(JsonNode value, String path) {
    return switch (value.path(SIGNATURE).asText("")) {
      case SECRET -> secret(path);
      case OUTPUT_VALUE -> {
        boolean secret = value.path("secret").asBoolean(false);
        if (secret) {
          secretPaths.add(path);
        }
        if (!value.has("value")) {
          yield unknown(path);
        }
        yield secret ? secret(path) : clean(value.path("value"), path);
      }
      case RESOURCE_REFERENCE -> clean(value.path(value.has("id") ? "id" : "urn"), path);
      default -> {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        value
            .properties()
            .forEach(
                p -> {
                  if (!p.getKey().equals(SIGNATURE)) {
                    clean.set(
                        p.getKey(), clean(p.getValue(), PropertyPath.member(path, p.getKey())));
                  }
                });
        yield clean;
      }
    };
  }

  private JsonNode unknown(String path) {
    unknownPaths.add(path);
    return JsonNodeFactory.instance.nullNode();
  }

  private JsonNode secret(String path) {
    secretPaths.add(path);
    return JsonNodeFactory.instance.nullNode();
  }
}
