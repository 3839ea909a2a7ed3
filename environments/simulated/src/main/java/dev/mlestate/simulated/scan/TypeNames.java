package dev.mlestate.simulated.scan;

import dev.mlestate.simulated.schema.TypeCode;
import dev.mlestate.simulated.schema.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Types from the generic signatures of fields, such as {@code Output<List<VpcArgs>>}. */
final class TypeNames {
  /** A class with its type arguments. */
  private record Generic(String name, List<Generic> arguments) {}

  private final Set<String> enumerations;

  TypeNames(Set<String> enumerations) {
    this.enumerations = enumerations;
  }

  String code(String signature) {
    return TypeCode.write(type(new Reader(signature).next()));
  }

  private ValueType type(Generic generic) {
    String name = generic.name();
    return switch (name) {
      case "com.pulumi.core.Output", "java.util.Optional" -> type(generic.arguments().get(0));
      case "java.lang.String" -> new ValueType.Text();
      case "java.lang.Integer", "java.lang.Long" -> new ValueType.Whole();
      case "java.lang.Double" -> new ValueType.Decimal();
      case "java.lang.Boolean" -> new ValueType.Flag();
      case "java.lang.Object", "com.google.gson.JsonElement" -> new ValueType.Anything();
      case "java.util.List" -> new ValueType.ListOf(type(generic.arguments().get(0)));
      case "java.util.Map" -> new ValueType.MapOf(type(generic.arguments().get(1)));
      case "com.pulumi.core.Either" ->
          new ValueType.Either(type(generic.arguments().get(0)), type(generic.arguments().get(1)));
      case "com.pulumi.asset.Asset",
          "com.pulumi.asset.Archive",
          "com.pulumi.asset.AssetOrArchive" ->
          new ValueType.File();
      default ->
          enumerations.contains(name) ? new ValueType.Choice(name) : new ValueType.Nested(name);
    };
  }

  private static final class Reader {
    private final String text;
    private int position;

    Reader(String text) {
      this.text = text;
    }

    Generic next() {
      if (text.charAt(position) == '+' || text.charAt(position) == '-') {
        position++;
      }
      if (text.charAt(position) != 'L') {
        throw new IllegalStateException("not a class in a signature: " + text);
      }
      int start = ++position;
      while (";<".indexOf(text.charAt(position)) < 0) {
        position++;
      }
      String name = text.substring(start, position).replace('/', '.');
      List<Generic> arguments = new ArrayList<>();
      if (text.charAt(position) == '<') {
        position++;
        while (text.charAt(position) != '>') {
          arguments.add(next());
        }
        position++;
      }
      position++;
      return new Generic(name, List.copyOf(arguments));
    }
  }
}
