package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mlestate.wire.Sentinels;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What two engines must agree on of a state: everything but times, the ids of providers, which are
 * random, and where in the program's source a resource stands. URNs are without their stack's part;
 * secrets and unknown values are spelled out; what is empty is left out.
 */
final class StateForm {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> VOLATILE =
      Set.of("urn", "type", "created", "modified", "sourcePosition", "stackTrace");
  private static final Pattern STACK = Pattern.compile("urn:pulumi:[^:]+::proofs::");
  private static final Pattern RANDOM_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private StateForm() {}

  /** A deployment, exported with its secrets in plain text. */
  static ObjectNode of(JsonNode document) {
    TreeMap<String, JsonNode> resources = new TreeMap<>();
    for (JsonNode resource : document.path("deployment").path("resources")) {
      String key = urn(resource.path("urn").asText());
      if (resource.path("delete").asBoolean()) {
        key += " (to be deleted: " + resource.path("id").asText() + ")";
      }
      if (resources.put(key, resource(resource)) != null) {
        throw new IllegalStateException("the state has " + key + " twice");
      }
    }
    ObjectNode node = NODES.objectNode();
    resources.forEach(node::set);
    for (JsonNode operation : document.path("deployment").path("pending_operations")) {
      node.withArray("pending operations")
          .add(
              operation.path("type").asText()
                  + " "
                  + urn(operation.path("resource").path("urn").asText()));
    }
    return node;
  }

  private static ObjectNode resource(JsonNode resource) {
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    resource
        .properties()
        .forEach(
            field -> {
              JsonNode value = value(field.getValue());
              boolean empty =
                  value.isNull()
                      || (value.isContainerNode() && value.isEmpty())
                      || (value.isBoolean() && !value.asBoolean());
              if (!empty && !VOLATILE.contains(field.getKey())) {
                fields.put(field.getKey(), value);
              }
            });
    fields.computeIfPresent("dependencies", (key, urns) -> sorted(urns));
    if (fields.get("propertyDependencies") instanceof ObjectNode lists) {
      lists.properties().forEach(list -> list.setValue(sorted(list.getValue())));
    }
    ObjectNode node = NODES.objectNode();
    fields.forEach(node::set);
    return node;
  }

  /** A resource's inputs and outputs, what is empty left out. */
  static ObjectNode values(JsonNode resource) {
    ObjectNode values = NODES.objectNode();
    for (String key : List.of("inputs", "outputs")) {
      if (!resource.path(key).isEmpty()) {
        values.set(key, value(resource.get(key)));
      }
    }
    return values;
  }

  /** A set, which the SDKs send in any order; null is an empty one. */
  private static ArrayNode sorted(JsonNode urns) {
    TreeSet<String> set = new TreeSet<>();
    urns.forEach(urn -> set.add(urn.asText()));
    ArrayNode array = NODES.arrayNode();
    set.forEach(array::add);
    return array;
  }

  /** A value without what differs from run to run. */
  static JsonNode value(JsonNode value) {
    if (value.isTextual()) {
      String text = value.asText();
      return text.equals(Sentinels.UNKNOWN)
          ? TextNode.valueOf("(unknown)")
          : TextNode.valueOf(urn(text));
    }
    if (value.isArray()) {
      ArrayNode array = NODES.arrayNode();
      value.forEach(element -> array.add(value(element)));
      return array;
    }
    if (!value.isObject()) {
      return value;
    }
    if (value.path(Sentinels.SIGNATURE).asText().equals(Sentinels.SECRET)) {
      // Events hide what a state with its secrets in plain text shows.
      return TextNode.valueOf(
          value.has("plaintext")
              ? "(secret) " + urn(value.path("plaintext").asText())
              : Sentinels.HIDDEN);
    }
    ObjectNode object = NODES.objectNode();
    TreeMap<String, JsonNode> members = new TreeMap<>();
    value
        .properties()
        .forEach(member -> members.put(urn(member.getKey()), value(member.getValue())));
    members.forEach(object::set);
    return object;
  }

  /** A text without the stack's part of URNs and without random ids. */
  static String urn(String text) {
    return RANDOM_ID.matcher(STACK.matcher(text).replaceAll("")).replaceAll("(id)");
  }
}
