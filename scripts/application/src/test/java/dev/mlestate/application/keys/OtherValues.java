package dev.mlestate.application.keys;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Other legal values of a key: those of its schema, and where a schema cannot know what is legal,
 * hand-picked ones.
 */
final class OtherValues {
  /** What is legal because of something outside of the schema, by the key. */
  private static final Map<String, List<String>> PICKED =
      Map.ofEntries(
          Map.entry("account", List.of("444455556666")),
          Map.entry("region", List.of("us-west-2")),
          Map.entry("residency.allowedRegions[]", List.of("us-east-2")),
          Map.entry("network.cidr", List.of("10.50.0.0/16")),
          // The steps of CloudWatch.
          Map.entry("network.flowLogs.retentionDays", List.of("400")),
          Map.entry("monitoring.logRetentionDays", List.of("400")),
          Map.entry("network.existing.id", List.of("vpc-0123456789abcdef9")),
          Map.entry("network.existing.privateSubnets[].id", List.of("subnet-0123456789abcdef9")),
          Map.entry("network.existing.privateSubnets[].zone", List.of("us-east-1f", "us-east-1b")),
          Map.entry("network.existing.privateSubnets[].cidr", List.of("10.8.192.0/18")),
          Map.entry("clusters[].access.from[]", List.of("10.99.0.0/16")),
          Map.entry("clusters[].version", List.of("1.34")),
          Map.entry(
              "clusters[].nodePools[].capacity[]", List.of("spot", "on-demand", "reservation")),
          Map.entry("clusters[].nodePools[].tpu.topology", List.of("2x4", "2x2")),
          Map.entry("clusters[].nodePools[].team", List.of("research", "ads")),
          Map.entry("clusters[].nodePools[].accelerator.perNode", List.of("4", "1", "8")),
          Map.entry("serving[].accelerator.perReplica", List.of("4")),
          Map.entry("serving[].team", List.of("research", "ads")),
          Map.entry("serving[].model", List.of("classifier", "ranker")),
          Map.entry("budget.alertPercents[]", List.of("150")),
          Map.entry("aws.reservations.*", List.of("cr-0123456789abcdef9")),
          Map.entry(
              "azure.privateDnsZone",
              List.of(
                  "/subscriptions/11112222-0000-4000-8000-000000000003/resourceGroups/dns/providers"
                      + "/Microsoft.Network/privateDnsZones/privatelink.eastus.azmk8s.io")));

  private OtherValues() {}

  /**
   * The file with another value of one key, in several ways where not every one need be legal. What
   * names the old value goes with it: a pool's usage with the pool's name.
   *
   * @param pattern the key, of which the last step may be an element of a list
   * @param pointer where it stands in the file
   */
  static List<JsonNode> of(JsonNode file, String pattern, JsonNode schema, String pointer) {
    JsonNode old = file.at(pointer);
    List<JsonNode> files = new ArrayList<>();
    for (JsonNode value : values(pattern, schema, old)) {
      if (value.equals(old)) {
        continue;
      }
      if (pattern.endsWith("[]")) {
        files.addAll(lists(file, pointer, value));
      } else if (goesWithItsReferences(pattern)) {
        files.add(renamed(file, old.asText(), value.asText()));
      } else {
        JsonNode changed = replaced(file, pointer, value);
        files.add(changed);
        companion(changed, pattern, pointer).ifPresent(files::add);
      }
    }
    return files;
  }

  private static List<JsonNode> values(String pattern, JsonNode schema, JsonNode old) {
    List<JsonNode> values = new ArrayList<>();
    for (String picked : PICKED.getOrDefault(pattern, List.of())) {
      values.add(old.isNumber() ? IntNode.valueOf(Integer.parseInt(picked)) : text(picked));
    }
    if (!values.isEmpty()) {
      return values;
    }
    if (schema.has("enum")) {
      schema.get("enum").forEach(values::add);
      return values;
    }
    return switch (schema.path("type").asText()) {
      case "boolean" -> List.of(BooleanNode.valueOf(!old.asBoolean()));
      case "integer", "number" -> numbers(schema, old.decimalValue());
      case "string" -> texts(schema, old.asText());
      default -> throw new AssertionError(pattern + " has a type that this test cannot change");
    };
  }

  private static List<JsonNode> numbers(JsonNode schema, BigDecimal old) {
    List<JsonNode> values = new ArrayList<>();
    for (BigDecimal other : List.of(old.add(BigDecimal.ONE), old.subtract(BigDecimal.ONE))) {
      boolean low =
          schema.has("minimum") && schema.get("minimum").decimalValue().compareTo(other) > 0;
      boolean high =
          schema.has("maximum") && schema.get("maximum").decimalValue().compareTo(other) < 0;
      if (!low && !high) {
        values.add(DecimalNode.valueOf(other));
      }
    }
    return values;
  }

  private static List<JsonNode> texts(JsonNode schema, String old) {
    List<JsonNode> values = new ArrayList<>();
    // Another last character for ids and ARNs, another first one for names and addresses.
    for (String other : List.of("x" + old, "a" + old.substring(1), old.replaceAll(".$", "f"))) {
      boolean fits =
          other.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
              && other.matches(schema.path("pattern").asText("(?s).*"));
      if (fits) {
        values.add(text(other));
      }
    }
    return values;
  }

  private static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }

  /** A list with one element more, and without its first and its last. */
  private static List<JsonNode> lists(JsonNode file, String pointer, JsonNode value) {
    String list = pointer.substring(0, pointer.lastIndexOf('/'));
    List<JsonNode> files = new ArrayList<>();
    boolean has = StreamSupport.stream(file.at(list).spliterator(), false).anyMatch(value::equals);
    if (!has) {
      JsonNode longer = file.deepCopy();
      ((ArrayNode) longer.at(list)).add(value);
      files.add(longer);
    }
    if (file.at(list).size() > 1) {
      for (int gone : new int[] {0, file.at(list).size() - 1}) {
        JsonNode shorter = file.deepCopy();
        ((ArrayNode) shorter.at(list)).remove(gone);
        files.add(shorter);
      }
    }
    return files;
  }

  private static JsonNode replaced(JsonNode file, String pointer, JsonNode value) {
    JsonNode changed = file.deepCopy();
    JsonPointer at = JsonPointer.compile(pointer);
    ((ObjectNode) changed.at(at.head())).set(at.last().getMatchingProperty(), value);
    return changed;
  }

  /** The same change with what must change beside it to be legal. */
  private static Optional<JsonNode> companion(JsonNode changed, String pattern, String pointer) {
    JsonNode also = changed.deepCopy();
    ObjectNode root = (ObjectNode) also;
    switch (pattern) {
      case "encryption.keys" -> root.putObject("encryption").set("keys", changed.at(pointer));
      case "serving[].kind" -> {
        ObjectNode serving = (ObjectNode) also.at(pointer.substring(0, pointer.lastIndexOf('/')));
        serving.putObject("replicas").put("min", 1);
        serving.remove("cpu");
      }
      case "clusters[].nodePools[].fabric" ->
          ((ObjectNode) also.at(pointer.substring(0, pointer.lastIndexOf('/'))))
              .putObject("accelerator")
              .put("type", "H100")
              .put("perNode", 8);
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(also);
  }

  private static boolean goesWithItsReferences(String pattern) {
    return pattern.endsWith(".name") || List.of("account", "region").contains(pattern);
  }

  /** With every key and value that is a name, or holds an account or a region, renamed. */
  private static JsonNode renamed(JsonNode node, String from, String to) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node.isArray()) {
      ArrayNode list = nodes.arrayNode();
      for (JsonNode item : node) {
        JsonNode other = renamed(item, from, to);
        // Regions are listed once.
        if (StreamSupport.stream(list.spliterator(), false).noneMatch(other::equals)) {
          list.add(other);
        }
      }
      return list;
    }
    if (node.isObject()) {
      ObjectNode object = nodes.objectNode();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        object.set(
            entry.getKey().equals(from) ? to : entry.getKey(), renamed(entry.getValue(), from, to));
      }
      return object;
    }
    if (node.isTextual()) {
      String text = node.asText();
      return text(
          text.equals(from) || text.startsWith("arn:")
              ? text.replace(":" + from + ":", ":" + to + ":").replaceAll("^" + from + "$", to)
              : text);
    }
    return node;
  }
}
