package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.wire.JsonCodec;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One resource to and from the JSON of Pulumi's deployments and previews, members in their order.
 */
public final class ResourceCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> KNOWN =
      Set.of(
          "urn",
          "custom",
          "delete",
          "id",
          "type",
          "inputs",
          "outputs",
          "parent",
          "protect",
          "external",
          "dependencies",
          "initErrors",
          "provider",
          "propertyDependencies",
          "pendingReplacement",
          "additionalSecretOutputs",
          "aliases",
          "customTimeouts",
          "retainOnDelete",
          "deletedWith",
          "replaceWith",
          "created",
          "modified",
          "ignoreChanges",
          "replaceOnChanges",
          "replacementTrigger");

  private final JsonCodec values;

  public ResourceCodec(JsonCodec values) {
    this.values = values;
  }

  /** A resource as JSON; what is empty or false is left out. */
  public ObjectNode encode(ResourceState state) {
    ObjectNode node = NODES.objectNode();
    node.put("urn", state.urn());
    node.put("custom", state.custom());
    flag(node, "delete", state.delete());
    text(node, "id", state.id());
    node.put("type", state.type());
    properties(node, "inputs", state.inputs());
    properties(node, "outputs", state.outputs());
    text(node, "parent", state.parent());
    flag(node, "protect", state.protect());
    flag(node, "external", state.external());
    list(node, "dependencies", state.dependencies());
    list(node, "initErrors", state.initErrors());
    text(node, "provider", state.provider());
    if (!state.propertyDependencies().isEmpty()) {
      ObjectNode lists = node.putObject("propertyDependencies");
      state.propertyDependencies().forEach((key, urns) -> lists.set(key, array(urns)));
    }
    flag(node, "pendingReplacement", state.pendingReplacement());
    list(node, "additionalSecretOutputs", state.additionalSecretOutputs());
    list(node, "aliases", state.aliases());
    timeouts(node, state.customTimeouts());
    flag(node, "retainOnDelete", state.retainOnDelete());
    text(node, "deletedWith", state.deletedWith());
    list(node, "replaceWith", state.replaceWith());
    state.created().ifPresent(time -> node.put("created", time.toString()));
    state.modified().ifPresent(time -> node.put("modified", time.toString()));
    list(node, "ignoreChanges", state.ignoreChanges());
    list(node, "replaceOnChanges", state.replaceOnChanges());
    state
        .replacementTrigger()
        .ifPresent(value -> node.set("replacementTrigger", values.encode(value)));
    state.extra().forEach(node::set);
    return node;
  }

  private static void flag(ObjectNode node, String key, boolean value) {
    if (value) {
      node.put(key, true);
    }
  }

  private static void text(ObjectNode node, String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, value);
    }
  }

  private static void list(ObjectNode node, String key, List<String> list) {
    if (!list.isEmpty()) {
      node.set(key, array(list));
    }
  }

  private static ArrayNode array(List<String> list) {
    ArrayNode array = NODES.arrayNode();
    list.forEach(array::add);
    return array;
  }

  private void properties(ObjectNode node, String key, Obj properties) {
    if (!properties.members().isEmpty()) {
      node.set(key, values.encode(properties));
    }
  }

  private void timeouts(ObjectNode node, CustomTimeouts timeouts) {
    if (timeouts.equals(CustomTimeouts.NONE)) {
      return;
    }
    ObjectNode fields = node.putObject("customTimeouts");
    seconds(fields, "create", timeouts.create());
    seconds(fields, "update", timeouts.update());
    seconds(fields, "delete", timeouts.delete());
  }

  private void seconds(ObjectNode node, String key, double seconds) {
    if (seconds > 0) {
      node.set(key, values.encode(PropertyValues.of(seconds)));
    }
  }

  /**
   * A resource from its JSON.
   *
   * @throws IllegalArgumentException if it is not one; the message says what is wrong
   */
  public ResourceState decode(JsonNode node) {
    String urn = node.path("urn").asText();
    if (!Urn.isValid(urn)) {
      throw new IllegalArgumentException("a resource has no valid 'urn': '" + urn + "'");
    }
    if (!node.path("type").isTextual()) {
      throw new IllegalArgumentException("the resource " + urn + " has no 'type'");
    }
    SortedMap<String, List<String>> propertyDependencies = new TreeMap<>();
    node.path("propertyDependencies")
        .properties()
        .forEach(entry -> propertyDependencies.put(entry.getKey(), strings(entry.getValue())));
    SortedMap<String, JsonNode> extra = new TreeMap<>();
    node.properties().stream()
        .filter(member -> !KNOWN.contains(member.getKey()))
        .forEach(member -> extra.put(member.getKey(), member.getValue()));
    JsonNode timeouts = node.path("customTimeouts");
    return ResourceState.builder(urn, node.path("type").asText())
        .custom(node.path("custom").asBoolean())
        .delete(node.path("delete").asBoolean())
        .id(node.path("id").asText())
        .inputs(properties(node, "inputs"))
        .outputs(properties(node, "outputs"))
        .parent(node.path("parent").asText())
        .protect(node.path("protect").asBoolean())
        .external(node.path("external").asBoolean())
        .dependencies(strings(node.path("dependencies")))
        .initErrors(strings(node.path("initErrors")))
        .provider(node.path("provider").asText())
        .propertyDependencies(propertyDependencies)
        .pendingReplacement(node.path("pendingReplacement").asBoolean())
        .additionalSecretOutputs(strings(node.path("additionalSecretOutputs")))
        .aliases(strings(node.path("aliases")))
        .customTimeouts(
            new CustomTimeouts(
                timeouts.path("create").asDouble(),
                timeouts.path("update").asDouble(),
                timeouts.path("delete").asDouble()))
        .retainOnDelete(node.path("retainOnDelete").asBoolean())
        .deletedWith(node.path("deletedWith").asText())
        .replaceWith(strings(node.path("replaceWith")))
        .replacementTrigger(
            node.hasNonNull("replacementTrigger")
                ? Optional.of(values.decode(node.path("replacementTrigger")))
                : Optional.empty())
        .created(time(node, "created"))
        .modified(time(node, "modified"))
        .ignoreChanges(strings(node.path("ignoreChanges")))
        .replaceOnChanges(strings(node.path("replaceOnChanges")))
        .extra(extra)
        .build();
  }

  private Obj properties(JsonNode node, String key) {
    return node.hasNonNull(key) ? values.decodeObject(node.get(key)) : PropertyValues.EMPTY;
  }

  private static List<String> strings(JsonNode node) {
    List<String> strings = new ArrayList<>();
    node.forEach(element -> strings.add(element.asText()));
    return strings;
  }

  private static Optional<Instant> time(JsonNode node, String key) {
    return node.hasNonNull(key)
        ? Optional.of(java.time.OffsetDateTime.parse(node.get(key).asText()).toInstant())
        : Optional.empty();
  }
}
