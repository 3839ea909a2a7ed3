package dev.mlestate.wire;

import dev.mlestate.wire.PropertyValue.Archive;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Output;
import dev.mlestate.wire.PropertyValue.ResourceReference;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Recovers what an object with a signature stands for; shared by the two codecs. */
final class Marked {
  private Marked() {}

  static String join(String path, String key) {
    return PropertyPath.join(path, key);
  }

  static PropertyValue recover(SortedMap<String, PropertyValue> members, String path) {
    PropertyValue signature = members.get(Sentinels.SIGNATURE);
    if (signature == null) {
      return new Obj(members);
    }
    String mark = signature instanceof Str text ? text.value() : "";
    return switch (mark) {
      case Sentinels.SECRET -> PropertyValues.secret(required(members, "value", "secret", path));
      case Sentinels.OUTPUT -> output(members, path);
      case Sentinels.RESOURCE_REFERENCE -> reference(members, path);
      case Sentinels.ASSET ->
          PropertyValues.asset(
              text(members, "text", path),
              text(members, "path", path),
              text(members, "uri", path),
              text(members, "hash", path).orElse(""));
      case Sentinels.ARCHIVE -> archive(members, path);
      case Sentinels.FLOAT -> number(members, path);
      default -> throw new MalformedValueException(path, "unrecognized signature '" + mark + "'");
    };
  }

  private static PropertyValue output(SortedMap<String, PropertyValue> members, String path) {
    PropertyValue secret = members.getOrDefault("secret", new Bool(false));
    if (!(secret instanceof Bool isSecret)) {
      throw new MalformedValueException(path, "malformed output value: secret is not a boolean");
    }
    Set<String> dependencies = new HashSet<>();
    PropertyValue listed = members.get("dependencies");
    if (listed instanceof Array array) {
      for (PropertyValue element : array.elements()) {
        if (!(element instanceof Str urn)) {
          throw new MalformedValueException(
              path, "malformed output value: a dependency is not a string");
        }
        dependencies.add(urn.value());
      }
    } else if (listed != null) {
      throw new MalformedValueException(
          path, "malformed output value: dependencies are not a list");
    }
    PropertyValue value = members.get("value");
    return new Output(
        value instanceof Unknown ? Optional.empty() : Optional.ofNullable(value),
        isSecret.value(),
        dependencies);
  }

  private static PropertyValue reference(SortedMap<String, PropertyValue> members, String path) {
    String urn = text(required(members, "urn", "resource reference", path), "urn", path);
    return new ResourceReference(
        urn, id(members.get("id"), path), text(members, "packageVersion", path).orElse(""));
  }

  private static Optional<PropertyValue> id(@Nullable PropertyValue id, String path) {
    if (id == null) {
      return Optional.empty();
    }
    PropertyValue plain = PropertyValues.unwrap(id);
    // An empty id stands for one that is not known yet.
    if (plain instanceof Unknown || plain.equals(new Str(""))) {
      return Optional.of(PropertyValues.UNKNOWN);
    }
    return Optional.of(new Str(text(plain, "id", path)));
  }

  private static PropertyValue archive(SortedMap<String, PropertyValue> members, String path) {
    PropertyValue assets = members.get("assets");
    if (assets != null && !(assets instanceof Obj)) {
      throw new MalformedValueException(path, "malformed archive: assets are not an object");
    }
    return new Archive(
        assets instanceof Obj object ? Optional.of(object.members()) : Optional.empty(),
        text(members, "path", path),
        text(members, "uri", path),
        text(members, "hash", path).orElse(""));
  }

  private static PropertyValue number(SortedMap<String, PropertyValue> members, String path) {
    String bits = text(required(members, "value", "number", path), "value", path);
    try {
      return new Num(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
    } catch (NumberFormatException e) {
      throw new MalformedValueException(
          path, "malformed number: '" + bits + "' is not hexadecimal");
    }
  }

  private static PropertyValue required(
      SortedMap<String, PropertyValue> members, String key, String what, String path) {
    PropertyValue value = members.get(key);
    if (value == null) {
      throw new MalformedValueException(path, "malformed " + what + ": it has no '" + key + "'");
    }
    return value;
  }

  private static Optional<String> text(
      SortedMap<String, PropertyValue> members, String key, String path) {
    PropertyValue value = members.get(key);
    return value == null ? Optional.empty() : Optional.of(text(value, key, path));
  }

  private static String text(PropertyValue value, String key, String path) {
    if (value instanceof Str text) {
      return text.value();
    }
    throw new MalformedValueException(path, "'" + key + "' is not a string");
  }
}
