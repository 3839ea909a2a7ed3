package dev.mlestate.testkit.graph;

import com.pulumi.core.Output;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Archive;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Asset;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.ResourceReference;
import dev.mlestate.wire.PropertyValue.Secret;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Property values as a test writes and reads them. */
public final class Values {
  private static final double EXACT = 1L << 53;

  private Values() {}

  /**
   * The value of a Java object: null, text, boolean, number, list, or map with text keys.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static PropertyValue of(@Nullable Object value) {
    if (value == null) {
      return PropertyValues.NULL;
    }
    if (value instanceof PropertyValue property) {
      return property;
    }
    if (value instanceof CharSequence text) {
      return PropertyValues.of(text.toString());
    }
    if (value instanceof Boolean bool) {
      return PropertyValues.of(bool.booleanValue());
    }
    if (value instanceof Number number) {
      return PropertyValues.of(number.doubleValue());
    }
    if (value instanceof Iterable<?> elements) {
      List<PropertyValue> list = new ArrayList<>();
      elements.forEach(element -> list.add(of(element)));
      return PropertyValues.of(list);
    }
    if (value instanceof Map<?, ?> map) {
      return object(map);
    }
    if (value instanceof Output<?>) {
      throw new IllegalArgumentException(
          "an Output belongs to a program that has ended; compare with a plain value");
    }
    throw new IllegalArgumentException(
        "no property has a value of "
            + value.getClass().getName()
            + ": use text, boolean, number, list or map");
  }

  /** The object of a map with text keys. */
  public static Obj object(Map<?, ?> map) {
    SortedMap<String, PropertyValue> members = new TreeMap<>();
    map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
    return new Obj(members);
  }

  /**
   * The Java object of a value: text, Boolean, Long or Double, list or map; secrets as what they
   * hide, null for null and for what is not known.
   */
  public static @Nullable Object plain(PropertyValue value) {
    PropertyValue here = PropertyValues.unwrap(value);
    if (here instanceof Str text) {
      return text.value();
    }
    if (here instanceof Bool bool) {
      return bool.value();
    }
    if (here instanceof Num number) {
      return number(number.value());
    }
    if (here instanceof Array array) {
      List<@Nullable Object> list = new ArrayList<>();
      array.elements().forEach(element -> list.add(plain(element)));
      return Collections.unmodifiableList(list);
    }
    if (here instanceof Obj object) {
      return map(object);
    }
    if (here instanceof ResourceReference reference) {
      return reference.urn();
    }
    if (here instanceof Asset || here instanceof Archive) {
      return here;
    }
    return null;
  }

  /** The map of an object, in the order of its keys. */
  public static Map<String, @Nullable Object> map(Obj object) {
    Map<String, @Nullable Object> map = new TreeMap<>();
    object.members().forEach((key, member) -> map.put(key, plain(member)));
    return Collections.unmodifiableMap(map);
  }

  private static Object number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return (long) value;
    }
    return value;
  }

  /** The value as a message shows it: secrets hidden, what is not known said. */
  static String shown(PropertyValue value) {
    if (value instanceof Secret || (value instanceof PropertyValue.Output o && o.secret())) {
      return "[secret]";
    }
    PropertyValue here = PropertyValues.unwrap(value);
    if (here instanceof Unknown) {
      return "(not known yet)";
    }
    if (here instanceof Null) {
      return "null";
    }
    if (here instanceof Str text) {
      return "\"" + text.value() + "\"";
    }
    if (here instanceof Array array) {
      return array.elements().stream()
          .map(Values::shown)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (here instanceof Obj object) {
      return object.members().entrySet().stream()
          .map(member -> member.getKey() + ": " + shown(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return String.valueOf(plain(here));
  }

  /** Whether two values are the same, secrets compared by what they hide. */
  static boolean same(PropertyValue one, PropertyValue other) {
    return PropertyValues.withoutSecrets(PropertyValues.withoutOutputs(one))
        .equals(PropertyValues.withoutSecrets(PropertyValues.withoutOutputs(other)));
  }
}
