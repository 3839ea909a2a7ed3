package dev.mlestate.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes records of a tree by their {@link Key}s. It always makes the whole record: what is wrong is
 * reported and replaced by a placeholder, so that the rules can look at the rest.
 */
final class Binder {
  private final Stage stage;
  private final Reported reported;
  private final Scalars scalars;

  Binder(Stage stage, Reported reported) {
    this.stage = stage;
    this.reported = reported;
    this.scalars = new Scalars(reported);
  }

  <T extends Record> T bind(Class<T> type, JsonNode tree) {
    return type.cast(record(type, (ObjectNode) tree, ""));
  }

  private Object record(Class<?> type, ObjectNode tree, String path) {
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    unknownKeys(tree, path, names);
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String child = KeyPath.child(path, component.getName());
      JsonNode node = tree.get(component.getName());
      arguments[i] =
          node == null
              ? missing(component, child)
              : value(component.getGenericType(), Keys.of(component), node, child);
    }
    return Records.create(type, arguments);
  }

  private void unknownKeys(ObjectNode tree, String path, List<String> names) {
    tree.fieldNames()
        .forEachRemaining(
            name -> {
              if (names.contains(name)) {
                return;
              }
              String child = KeyPath.child(path, name);
              if (Vocabulary.isKey(child)) {
                reported.key(
                    child,
                    name + " is in no version yet: nothing acts on it",
                    "remove it until a release names it");
                return;
              }
              Optional<String> nearest = Nearest.of(name, names);
              reported.key(child, "there is no key " + name + " here", Nearest.remedy(name, names));
              nearest
                  .filter(n -> !tree.has(n))
                  .ifPresent(n -> reported.follows(KeyPath.child(path, n)));
            });
  }

  private Object missing(RecordComponent component, String path) {
    Key key = Keys.of(component);
    Type type = component.getGenericType();
    if (key.required()) {
      if (reported.sound(path)) {
        reported.missing(
            path, component.getName() + " is missing", "add it: " + lower(key.value()));
      }
      return placeholder(type, path);
    }
    Optional<JsonNode> standard = Keys.standard(key, stage);
    if (standard.isPresent()) {
      return value(type, key, standard.get(), path);
    }
    if (!key.computed().isEmpty() && !isOptional(type)) {
      // Its computed default follows from something that is itself wrong.
      reported.follows(path);
    }
    return placeholder(type, path);
  }

  private Object value(Type type, Key key, JsonNode node, String path) {
    if (node.isNull()) {
      reported.broken(path, "it has no value", "give it one, or remove the key");
      return placeholder(type, path);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      if (generic.getRawType() == Optional.class) {
        return Optional.of(value(of[0], key, node, path));
      }
      return generic.getRawType() == List.class
          ? list(of[0], key, node, path)
          : map((Class<?>) of[0], of[1], key, node, path);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      if (node instanceof ObjectNode object) {
        return record(plain, object, path);
      }
      String names = String.join(", ", Records.names(plain));
      reported.broken(
          path, Scalars.show(node) + " is not a mapping", "write keys under it: " + names);
      return placeholder(type, path);
    }
    return scalars.value(plain, key, node, path).orElseGet(() -> placeholder(type, path));
  }

  private List<?> list(Type type, Key key, JsonNode node, String path) {
    if (!node.isArray()) {
      reported.broken(
          path, Scalars.show(node) + " is not a list", "write it as [" + plain(node) + "]");
      return List.of();
    }
    List<Object> items = new ArrayList<>();
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode item : node) {
      String child = KeyPath.item(path, items.size());
      if (item.isValueNode() && !item.isNull() && !seen.add(item)) {
        reported.broken(child, plain(item) + " stands twice in the list", "remove one of the two");
      }
      items.add(value(type, key, item, child));
    }
    if (items.size() < key.fewest()) {
      reported.broken(
          path,
          "it has " + items.size() + (items.size() == 1 ? " item" : " items"),
          "give it at least " + key.fewest());
    } else if (items.size() > key.most()) {
      reported.broken(path, "it has " + items.size() + " items", "give it at most " + key.most());
    }
    return items;
  }

  private Map<?, ?> map(Class<?> keyType, Type type, Key key, JsonNode node, String path) {
    if (!(node instanceof ObjectNode object)) {
      reported.broken(path, Scalars.show(node) + " is not a mapping", "write keys under it");
      return Map.of();
    }
    Map<String, Object> words = keyType.isEnum() ? Words.of(keyType) : Map.of();
    Collection<String> allowed = keyType.isEnum() ? words.keySet() : List.of(key.keys());
    Map<Object, Object> values = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              String name = entry.getKey();
              String child = KeyPath.child(path, name);
              if (!allowed.isEmpty() && !allowed.contains(name)) {
                reported.key(
                    child, "there is no key " + name + " here", Nearest.remedy(name, allowed));
                return;
              }
              Object value = value(type, key, entry.getValue(), child);
              Object constant = words.get(name);
              values.put(constant == null ? name : constant, value);
            });
    return values;
  }

  /** Something of the type; whatever is wrong with it has been reported. */
  private Object placeholder(Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Optional.class) {
        return Optional.empty();
      }
      return generic.getRawType() == List.class ? List.of() : Map.of();
    }
    Class<?> plain = (Class<?>) type;
    if (!plain.isRecord()) {
      return Scalars.placeholder(plain);
    }
    boolean sound = reported.sound(path);
    if (!sound) {
      reported.mute();
    }
    Object record = record(plain, JsonNodeFactory.instance.objectNode(), path);
    if (!sound) {
      reported.unmute();
    }
    return record;
  }

  private static boolean isOptional(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
  }

  private static String plain(JsonNode node) {
    return node.isValueNode() ? node.asText() : "…";
  }

  private static String lower(String sentence) {
    // Do not lower the first letter of an abbreviation such as AWS.
    return sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1))
        ? sentence
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
