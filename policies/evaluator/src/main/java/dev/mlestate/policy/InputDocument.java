package dev.mlestate.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.mlestate.inventory.Resource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The JSON document that rules see as {@code input}. */
final class InputDocument {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  private InputDocument() {}

  static ObjectNode of(PolicyInput input) {
    ObjectNode document = MAPPER.createObjectNode();
    ObjectNode byType = document.putObject("by_type");
    ArrayNode resources = document.putArray("resources");
    // The order of an inventory must not show in a result.
    List<Resource> sorted =
        input.inventory().resources().stream()
            .sorted(Comparator.comparing(Resource::type).thenComparing(Resource::urn))
            .toList();
    for (Resource resource : sorted) {
      ObjectNode node = node(resource);
      resources.add(node);
      byType.withArrayProperty(resource.unversionedType()).add(node);
    }
    document.set("environment", MAPPER.valueToTree(input.environment()));
    document.set("organisation", MAPPER.valueToTree(input.organisation()));
    document.put("now", input.now().toString());
    input.estimate().ifPresent(estimate -> document.set("estimate", estimate));
    return document;
  }

  private static ObjectNode node(Resource resource) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", resource.type());
    node.put("urn", resource.urn());
    node.put("name", resource.name());
    node.set("properties", resource.properties());
    node.set("unknownPaths", texts(resource.unknownPaths()));
    node.set("secretPaths", texts(resource.secretPaths()));
    node.set("dependencies", texts(resource.dependencies()));
    node.put("source", resource.source().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static ArrayNode texts(Collection<String> values) {
    ArrayNode array = MAPPER.createArrayNode();
    values.stream().sorted().forEach(array::add);
    return array;
  }
}
