package dev.mlestate.conformance.replacement;

import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What an input may hold, by the classes of the SDK. */
sealed interface Shape {
  /** A plain value. */
  record Plain() implements Shape {}

  /** A list. */
  record Elements(Shape element) implements Shape {}

  /** A map whose keys the program chooses. */
  record Entries(Shape value) implements Shape {}

  /** An object with members of its own. */
  record Members(Class<?> type) implements Shape {}

  /** Of a type that the SDK does not have: what a value is, is seen from the value. */
  record Unseen() implements Shape {}

  Set<String> MAPS = Set.of("tags", "labels", "annotations", "environmentVariables", "parameters");

  Map<Class<?>, Map<String, Shape>> MEMBERS = new ConcurrentHashMap<>();

  /** The inputs of a type. */
  static Shape of(String token) {
    String[] parts = token.split(":", -1);
    String folder = parts[0].equals("azure-native") ? "azurenative" : parts[0];
    String module =
        parts[0].equals("kubernetes")
            ? parts[1].replace('/', '_')
            : parts[1].replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
    try {
      return new Members(
          Class.forName("com.pulumi." + folder + "." + module + "." + parts[2] + "Args"));
    } catch (ClassNotFoundException e) {
      return new Unseen();
    }
  }

  /** Whether there is a text of that name which may be left out. */
  default boolean isOptionalText(String name) {
    if (!(this instanceof Members members)) {
      return false;
    }
    for (@Nullable Class<?> c = members.type(); c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        Import input = field.getAnnotation(Import.class);
        if (input != null && input.name().equals(name)) {
          return !input.required() && member(name) instanceof Plain;
        }
      }
    }
    return false;
  }

  /** The shape of a member; unseen where the SDK does not have it. */
  default Shape member(String name) {
    if (this instanceof Members members) {
      return MEMBERS
          .computeIfAbsent(members.type(), Shape::members)
          .getOrDefault(name, new Unseen());
    }
    if (this instanceof Unseen && MAPS.contains(name)) {
      return new Entries(new Plain());
    }
    return new Unseen();
  }

  /** The shape of a list's elements. */
  default Shape element() {
    return this instanceof Elements list ? list.element() : new Unseen();
  }

  private static Map<String, Shape> members(Class<?> type) {
    Map<String, Shape> members = new HashMap<>();
    for (@Nullable Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        Import input = field.getAnnotation(Import.class);
        if (input != null) {
          members.put(input.name(), of(field.getGenericType()));
        }
      }
    }
    return Map.copyOf(members);
  }

  private static Shape of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      List<Shape> arguments =
          List.of(generic.getActualTypeArguments()).stream().map(Shape::of).toList();
      return switch (raw.getSimpleName()) {
        case "Output" -> arguments.get(0);
        case "List" -> new Elements(arguments.get(0));
        case "Map" -> new Entries(arguments.get(1));
        // Of a text and an object the object tells more.
        case "Either" -> arguments.get(0) instanceof Plain ? arguments.get(1) : arguments.get(0);
        default -> new Unseen();
      };
    }
    if (type instanceof Class<?> plain && plain.getSimpleName().endsWith("Args")) {
      return new Members(plain);
    }
    return type == Object.class ? new Unseen() : new Plain();
  }
}
