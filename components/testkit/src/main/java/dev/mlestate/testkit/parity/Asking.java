package dev.mlestate.testkit.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mlestate.model.Cloud;

/** An environment file in the making, to which each contract adds what it asks for. */
public final class Asking {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Cloud cloud;
  private final ObjectNode document;

  Asking(Cloud cloud, String text) {
    this.cloud = cloud;
    this.document = (ObjectNode) parse(text);
  }

  /** The cloud that is asked. */
  public Cloud cloud() {
    return cloud;
  }

  /**
   * Sets a key.
   *
   * @param pointer JSON pointer to the object that has the key; made where it is missing
   * @param yaml the value
   */
  public Asking set(String pointer, String key, String yaml) {
    ObjectNode parent = pointer.isEmpty() ? document : document.withObject(pointer);
    parent.set(key, parse(yaml));
    return this;
  }

  /** Adds a node pool to the only cluster. */
  public Asking pool(String yaml) {
    ArrayNode clusters = document.withArray("/clusters");
    if (clusters.isEmpty()) {
      clusters.addObject().put("name", "train").putArray("nodePools");
    }
    ((ObjectNode) clusters.get(0)).withArray("/nodePools").add(parse(yaml));
    return this;
  }

  /** Adds an endpoint. */
  public Asking serving(String yaml) {
    document.withArray("/serving").add(parse(yaml));
    return this;
  }

  /** The file's text; JSON is YAML. */
  String text() {
    return document.toPrettyString();
  }

  private static JsonNode parse(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }
}
