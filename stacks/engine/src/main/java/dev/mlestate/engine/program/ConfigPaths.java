package dev.mlestate.engine.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.wire.MalformedValueException;
import dev.mlestate.wire.PropertyPath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A project may declare a part of a value: the key {@code app:database.host} is the member {@code
 * host} of {@code app:database}.
 */
final class ConfigPaths {
  private ConfigPaths() {}

  private static List<PropertyPath.Step> steps(String key) {
    try {
      return PropertyPath.parse(key.substring(key.indexOf(':') + 1)).steps();
    } catch (MalformedValueException e) {
      return List.of();
    }
  }

  /** The key of the value that a key is, or is a part of. */
  static String root(String key) {
    return !steps(key).isEmpty() && steps(key).get(0) instanceof PropertyPath.Step.Member member
        ? key.substring(0, key.indexOf(':') + 1) + member.key()
        : key;
  }

  static Optional<JsonNode> get(SortedMap<String, JsonNode> config, String key) {
    @Nullable JsonNode node = config.get(root(key));
    List<PropertyPath.Step> steps = steps(key);
    for (int i = 1; i < steps.size() && node != null; i++) {
      node =
          steps.get(i) instanceof PropertyPath.Step.Member member
              ? node.get(member.key())
              : steps.get(i) instanceof PropertyPath.Step.Element element
                  ? node.get(element.index())
                  : null;
    }
    return Optional.ofNullable(node);
  }

  /** Sets a value, making the objects around it; elements of lists are not made. */
  static void set(SortedMap<String, JsonNode> config, String key, JsonNode value) {
    List<PropertyPath.Step> steps = steps(key);
    if (steps.size() < 2) {
      config.put(root(key), value);
      return;
    }
    @Nullable JsonNode present = config.get(root(key));
    ObjectNode object =
        present instanceof ObjectNode known
            ? known.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    config.put(root(key), object);
    for (int i = 1; i < steps.size(); i++) {
      if (!(steps.get(i) instanceof PropertyPath.Step.Member member)) {
        return;
      }
      if (i == steps.size() - 1) {
        object.set(member.key(), value);
        return;
      }
      object =
          object.get(member.key()) instanceof ObjectNode inner
              ? inner
              : object.putObject(member.key());
    }
  }
}
