package dev.mlestate.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compact JSON with sorted keys, from a tree whose leaves may be outputs. */
public final class JsonDocument {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private JsonDocument() {}

  /**
   * Writes a tree.
   *
   * @param tree maps, lists, strings, numbers, booleans, and outputs of these
   * @return the text; unknown in a preview as soon as one leaf is
   */
  public static Output<String> of(Object tree) {
    List<Output<Object>> leaves = new ArrayList<>();
    IdentityHashMap<Object, Integer> positions = new IdentityHashMap<>();
    collect(tree, leaves, positions);
    if (leaves.isEmpty()) {
      return Output.of(write(tree));
    }
    return Output.all(leaves).applyValue(values -> write(resolve(tree, positions, values)));
  }

  private static void collect(
      Object node, List<Output<Object>> leaves, IdentityHashMap<Object, Integer> positions) {
    if (node instanceof Output<?> output) {
      positions.put(output, leaves.size());
      leaves.add(output.applyValue(value -> (Object) value));
    } else if (node instanceof Map<?, ?> map) {
      map.values().forEach(value -> collect(value, leaves, positions));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> collect(value, leaves, positions));
    }
  }

  private static Object resolve(
      Object node, IdentityHashMap<Object, Integer> positions, List<Object> values) {
    if (node instanceof Output<?> output) {
      return values.get(positions.getOrDefault(output, -1));
    }
    if (node instanceof Map<?, ?> map) {
      Map<String, Object> resolved = new TreeMap<>();
      map.forEach((key, value) -> resolved.put((String) key, resolve(value, positions, values)));
      return resolved;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(value -> resolve(value, positions, values)).toList();
    }
    return node;
  }

  private static String write(Object tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a tree of JSON values", e);
    }
  }
}
