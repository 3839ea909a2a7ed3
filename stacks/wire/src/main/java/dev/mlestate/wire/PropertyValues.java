package dev.mlestate.wire;

import dev.mlestate.wire.PropertyValue.Archive;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Asset;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Output;
import dev.mlestate.wire.PropertyValue.ResourceReference;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Questions about property values and transformations of them. */
public final class PropertyValues {
  public static final Null NULL = new Null();
  public static final Unknown UNKNOWN = new Unknown();
  public static final Obj EMPTY = Obj.of(Map.of());

  private PropertyValues() {}

  public static PropertyValue of(String value) {
    return new Str(value);
  }

  public static PropertyValue of(boolean value) {
    return new Bool(value);
  }

  public static PropertyValue of(double value) {
    return new Num(value);
  }

  public static PropertyValue of(List<? extends PropertyValue> elements) {
    return new Array(List.copyOf(elements));
  }

  /** An object of alternating keys and values, in short for literals. */
  public static Obj object(Object... keysAndValues) {
    if (keysAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a key lacks its value");
    }
    Map<String, PropertyValue> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      members.put((String) keysAndValues[i], literal(keysAndValues[i + 1]));
    }
    return Obj.of(members);
  }

  private static PropertyValue literal(Object value) {
    if (value instanceof PropertyValue property) {
      return property;
    }
    if (value instanceof String text) {
      return of(text);
    }
    if (value instanceof Boolean bool) {
      return of(bool);
    }
    if (value instanceof Number number) {
      return of(number.doubleValue());
    }
    if (value instanceof List<?> list) {
      List<PropertyValue> elements = new ArrayList<>();
      list.forEach(element -> elements.add(literal(element)));
      return of(elements);
    }
    throw new IllegalArgumentException("no property value: " + value);
  }

  /** The member of that name; empty if there is none. */
  public static Optional<PropertyValue> get(Obj object, String key) {
    return Optional.ofNullable(object.members().get(key));
  }

  /** The text of a string, looking through secrets and known outputs. */
  public static Optional<String> text(PropertyValue value) {
    return unwrap(value) instanceof Str text ? Optional.of(text.value()) : Optional.empty();
  }

  /**
   * The outermost value without secret and output wrappers; an unknown output is {@link Unknown}.
   */
  public static PropertyValue unwrap(PropertyValue value) {
    if (value instanceof Secret secret) {
      return unwrap(secret.value());
    }
    if (value instanceof Output output) {
      return output.value().map(PropertyValues::unwrap).orElse(UNKNOWN);
    }
    return value;
  }

  /** Whether the value, or anything in it, is not known. */
  public static boolean containsUnknowns(PropertyValue value) {
    return any(value, part -> part instanceof Unknown);
  }

  /** Whether the value, or anything in it, is secret. */
  public static boolean containsSecrets(PropertyValue value) {
    return any(value, part -> part instanceof Secret || (part instanceof Output o && o.secret()));
  }

  /** The URNs on which the outputs and resource references in the value depend. */
  public static SortedSet<String> dependencies(PropertyValue value) {
    SortedSet<String> urns = new TreeSet<>();
    collectDependencies(value, urns);
    return urns;
  }

  private static void collectDependencies(PropertyValue value, SortedSet<String> urns) {
    if (value instanceof Output output) {
      urns.addAll(output.dependencies());
    } else if (value instanceof ResourceReference reference) {
      urns.add(reference.urn());
    }
    parts(value).forEach(part -> collectDependencies(part, urns));
  }

  /** The same value with outputs reduced to what the state keeps: plain, secret or unknown. */
  public static PropertyValue withoutOutputs(PropertyValue value) {
    if (value instanceof Output output) {
      PropertyValue inner =
          output.value().map(PropertyValues::withoutOutputs).orElse((PropertyValue) UNKNOWN);
      return output.secret() ? secret(inner) : inner;
    }
    return mapParts(value, PropertyValues::withoutOutputs);
  }

  public static Obj withoutOutputs(Obj object) {
    return (Obj) withoutOutputs((PropertyValue) object);
  }

  /** The same value with every secret replaced by what it hides. */
  public static PropertyValue withoutSecrets(PropertyValue value) {
    if (value instanceof Secret secret) {
      return withoutSecrets(secret.value());
    }
    if (value instanceof Output output) {
      return new Output(
          output.value().map(PropertyValues::withoutSecrets), false, output.dependencies());
    }
    return mapParts(value, PropertyValues::withoutSecrets);
  }

  public static Obj withoutSecrets(Obj object) {
    return (Obj) withoutSecrets((PropertyValue) object);
  }

  /** A secret of the value; a secret of a secret is the secret itself. */
  public static Secret secret(PropertyValue value) {
    return value instanceof Secret already ? already : new Secret(value);
  }

  /** The object with one member set. */
  public static Obj with(Obj object, String key, PropertyValue value) {
    SortedMap<String, PropertyValue> members = new TreeMap<>(object.members());
    members.put(key, value);
    return new Obj(members);
  }

  /** The object without one member. */
  public static Obj without(Obj object, String key) {
    SortedMap<String, PropertyValue> members = new TreeMap<>(object.members());
    members.remove(key);
    return new Obj(members);
  }

  private interface Test {
    boolean holds(PropertyValue value);
  }

  private static boolean any(PropertyValue value, Test test) {
    if (test.holds(value)) {
      return true;
    }
    if (value instanceof Output output && output.value().isEmpty() && test.holds(UNKNOWN)) {
      return true;
    }
    return parts(value).stream().anyMatch(part -> any(part, test));
  }

  private static List<PropertyValue> parts(PropertyValue value) {
    if (value instanceof Array array) {
      return array.elements();
    }
    if (value instanceof Obj object) {
      return List.copyOf(object.members().values());
    }
    if (value instanceof Secret secret) {
      return List.of(secret.value());
    }
    if (value instanceof Output output) {
      return output.value().map(List::of).orElse(List.of());
    }
    if (value instanceof ResourceReference reference) {
      return reference.id().map(List::of).orElse(List.of());
    }
    if (value instanceof Archive archive) {
      return archive.assets().map(assets -> List.copyOf(assets.values())).orElse(List.of());
    }
    return List.of();
  }

  private static PropertyValue mapParts(PropertyValue value, UnaryOperator<PropertyValue> change) {
    if (value instanceof Array array) {
      return new Array(array.elements().stream().map(change).toList());
    }
    if (value instanceof Obj object) {
      return new Obj(mapMembers(object.members(), change));
    }
    if (value instanceof Secret secret) {
      return secret(change.apply(secret.value()));
    }
    if (value instanceof Archive archive && archive.assets().isPresent()) {
      return new Archive(
          Optional.of(mapMembers(archive.assets().get(), change)),
          archive.path(),
          archive.uri(),
          archive.hash());
    }
    if (value instanceof ResourceReference reference) {
      return new ResourceReference(
          reference.urn(), reference.id().map(change), reference.packageVersion());
    }
    return value;
  }

  private static SortedMap<String, PropertyValue> mapMembers(
      SortedMap<String, PropertyValue> members, UnaryOperator<PropertyValue> change) {
    SortedMap<String, PropertyValue> changed = new TreeMap<>();
    members.forEach((key, member) -> changed.put(key, change.apply(member)));
    return changed;
  }

  static PropertyValue asset(
      Optional<String> text, Optional<String> path, Optional<String> uri, String hash) {
    // Pulumi writes no member at all for an empty text.
    boolean none = text.isEmpty() && path.isEmpty() && uri.isEmpty();
    return new Asset(none ? Optional.of("") : text, path, uri, hash);
  }
}
