package dev.mlestate.wire;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of a resource's property as it travels between program, engine, provider and state. */
public sealed interface PropertyValue {
  /** JSON's null. */
  record Null() implements PropertyValue {}

  /** A boolean. */
  record Bool(boolean value) implements PropertyValue {}

  /** A number. */
  record Num(double value) implements PropertyValue {}

  /** A string. */
  record Str(String value) implements PropertyValue {}

  /** A list. */
  record Array(List<PropertyValue> elements) implements PropertyValue {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /** An object, in the order of its keys. */
  record Obj(SortedMap<String, PropertyValue> members) implements PropertyValue {
    public Obj {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    public static Obj of(Map<String, PropertyValue> members) {
      return new Obj(new TreeMap<>(members));
    }
  }

  /** A value that is not known before the resource exists. */
  record Unknown() implements PropertyValue {}

  /** A value to keep out of sight. */
  record Secret(PropertyValue value) implements PropertyValue {}

  /** A value with the resources it depends on; empty {@code value}: not known yet. */
  record Output(Optional<PropertyValue> value, boolean secret, Set<String> dependencies)
      implements PropertyValue {
    public Output {
      dependencies = Set.copyOf(dependencies);
    }
  }

  /** A reference to another resource; an empty id: the resource is a component. */
  record ResourceReference(String urn, Optional<PropertyValue> id, String packageVersion)
      implements PropertyValue {}

  /** A file or text. Exactly one of text, path and uri is present. */
  record Asset(Optional<String> text, Optional<String> path, Optional<String> uri, String hash)
      implements PropertyValue {}

  /** A folder or map of assets. Exactly one of assets, path and uri is present. */
  record Archive(
      Optional<SortedMap<String, PropertyValue>> assets,
      Optional<String> path,
      Optional<String> uri,
      String hash)
      implements PropertyValue {}
}
