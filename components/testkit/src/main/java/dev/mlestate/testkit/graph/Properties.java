package dev.mlestate.testkit.graph;

import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a resource, or a stack's outputs. A path is what Pulumi writes in a diff, such
 * as {@code rules[0].status} or {@code tags["cost.center"]}.
 *
 * @param object with the marks of what is secret or not known yet
 */
public record Properties(Obj object) {
  /**
   * The value at a path, with its marks; empty if there is none.
   *
   * @throws IllegalArgumentException if the text is no path
   */
  public Optional<PropertyValue> find(String path) {
    return PropertyPath.parse(path).get(object);
  }

  /** Everything as text, Boolean, Long or Double, list and map; null for what is not known. */
  public Map<String, @Nullable Object> asMap() {
    return Values.map(object);
  }

  /** The paths whose values are not known yet. */
  public NavigableSet<String> unknownPaths() {
    return paths(value -> PropertyValues.unwrap(value) instanceof Unknown);
  }

  /** The paths whose values are secret. */
  public NavigableSet<String> secretPaths() {
    return paths(
        value ->
            value instanceof Secret || (value instanceof PropertyValue.Output o && o.secret()));
  }

  /** Every path at which there is a value. */
  public NavigableSet<String> paths() {
    return paths(value -> true);
  }

  private NavigableSet<String> paths(java.util.function.Predicate<PropertyValue> wanted) {
    NavigableSet<String> paths = new TreeSet<>();
    walk(
        PropertyPath.ROOT,
        object,
        (path, value) -> {
          if (!path.isRoot() && wanted.test(value)) {
            paths.add(path.toString());
          }
        });
    return Collections.unmodifiableNavigableSet(paths);
  }

  private static void walk(
      PropertyPath path, PropertyValue value, BiConsumer<PropertyPath, PropertyValue> visitor) {
    visitor.accept(path, value);
    PropertyValue here = PropertyValues.unwrap(value);
    if (here instanceof Obj members) {
      members.members().forEach((key, member) -> walk(path.member(key), member, visitor));
    } else if (here instanceof Array array) {
      for (int i = 0; i < array.elements().size(); i++) {
        walk(path.element(i), array.elements().get(i), visitor);
      }
    }
  }

  /** Whether the value at a path, something that holds it or something in it is not known yet. */
  boolean isUnknown(String path) {
    return marked(path, unknownPaths());
  }

  /** Whether the value at a path, something that holds it or something in it is secret. */
  boolean isSecret(String path) {
    return marked(path, secretPaths());
  }

  private static boolean marked(String path, NavigableSet<String> marked) {
    PropertyPath wanted = PropertyPath.parse(path);
    return marked.stream()
        .map(PropertyPath::parse)
        .anyMatch(one -> one.contains(wanted) || wanted.contains(one));
  }
}
