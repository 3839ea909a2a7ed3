package dev.mlestate.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mlestate.engine.state.ResourceState;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The id that a resource was imported by; its provider may give it another one. */
final class ImportId {
  private static final String MEMBER = "importID";

  private ImportId() {}

  /** The members of the state that say so. */
  static SortedMap<String, JsonNode> members(String importId) {
    return importId.isEmpty()
        ? new TreeMap<>()
        : new TreeMap<>(Map.of(MEMBER, TextNode.valueOf(importId)));
  }

  /** The id that the program would import the resource by to get the same one. */
  static String of(ResourceState state) {
    @Nullable JsonNode id = state.extra().get(MEMBER);
    return id == null || id.asText().isEmpty() ? state.id() : id.asText();
  }
}
