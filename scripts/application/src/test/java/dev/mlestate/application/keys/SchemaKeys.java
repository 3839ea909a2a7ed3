package dev.mlestate.application.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys of a schema that hold a value, such as {@code clusters[].nodePools[].nodes.max}; a name
 * that the file chooses is a star.
 */
final class SchemaKeys {
  private final JsonNode root;
  private final Map<String, JsonNode> keys = new TreeMap<>();

  private SchemaKeys(JsonNode root) {
    this.root = root;
  }

  /** Each key's own schema, by its pattern. */
  static Map<String, JsonNode> of(JsonNode schema) {
    SchemaKeys walk = new SchemaKeys(schema);
    walk.walk(schema, "");
    return Collections.unmodifiableMap(walk.keys);
  }

  private void walk(JsonNode schema, String path) {
    ObjectNode node = resolve(schema);
    if (node.has("items")) {
      walk(node.get("items"), path + "[]");
    } else if (node.path("additionalProperties").isObject()) {
      walk(node.get("additionalProperties"), path + ".*");
    } else if (node.has("properties")) {
      for (Map.Entry<String, JsonNode> property : node.get("properties").properties()) {
        walk(
            property.getValue(),
            path.isEmpty() ? property.getKey() : path + "." + property.getKey());
      }
    } else {
      keys.put(path, node);
    }
  }

  /** A schema with what it refers to. */
  private ObjectNode resolve(JsonNode schema) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    if (schema.has("$ref")) {
      all.setAll(resolve(root.at(schema.get("$ref").asText().substring(1))));
    }
    schema.path("allOf").forEach(part -> all.setAll(resolve(part)));
    all.setAll((ObjectNode) schema);
    return all;
  }

  /** The JSON pointers of a key in a file. */
  static List<String> in(JsonNode file, String pattern) {
    List<String> found = new ArrayList<>();
    String[] steps = pattern.replace("[]", ".[]").split("\\.", -1);
    find(file, "", steps, 0, found);
    return found;
  }

  private static void find(
      JsonNode node, String pointer, String[] steps, int step, List<String> found) {
    if (node.isMissingNode()) {
      return;
    }
    if (step == steps.length) {
      found.add(pointer);
    } else if (steps[step].equals("[]")) {
      for (int i = 0; i < node.size(); i++) {
        find(node.path(i), pointer + "/" + i, steps, step + 1, found);
      }
    } else if (steps[step].equals("*")) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        find(entry.getValue(), pointer + "/" + entry.getKey(), steps, step + 1, found);
      }
    } else {
      find(node.path(steps[step]), pointer + "/" + steps[step], steps, step + 1, found);
    }
  }
}
