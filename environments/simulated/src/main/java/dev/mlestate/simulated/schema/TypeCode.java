package dev.mlestate.simulated.schema;

/**
 * The compact text form of {@link ValueType}: one letter for each kind, names end in a semicolon.
 */
public final class TypeCode {
  private final String text;
  private int position;

  private TypeCode(String text) {
    this.text = text;
  }

  public static String write(ValueType type) {
    if (type instanceof ValueType.Text) {
      return "s";
    } else if (type instanceof ValueType.Whole) {
      return "i";
    } else if (type instanceof ValueType.Decimal) {
      return "n";
    } else if (type instanceof ValueType.Flag) {
      return "b";
    } else if (type instanceof ValueType.Anything) {
      return "a";
    } else if (type instanceof ValueType.File) {
      return "f";
    } else if (type instanceof ValueType.ListOf list) {
      return "l" + write(list.element());
    } else if (type instanceof ValueType.MapOf map) {
      return "m" + write(map.value());
    } else if (type instanceof ValueType.Nested nested) {
      return "o" + nested.name() + ";";
    } else if (type instanceof ValueType.Choice choice) {
      return "e" + choice.name() + ";";
    } else if (type instanceof ValueType.Either either) {
      return "x" + write(either.left()) + write(either.right());
    }
    throw new IllegalStateException("not a type: " + type);
  }

  /**
   * The type that a code stands for.
   *
   * @throws IllegalStateException if it is none
   */
  public static ValueType read(String text) {
    return new TypeCode(text).next();
  }

  private ValueType next() {
    char kind = text.charAt(position++);
    return switch (kind) {
      case 's' -> new ValueType.Text();
      case 'i' -> new ValueType.Whole();
      case 'n' -> new ValueType.Decimal();
      case 'b' -> new ValueType.Flag();
      case 'a' -> new ValueType.Anything();
      case 'f' -> new ValueType.File();
      case 'l' -> new ValueType.ListOf(next());
      case 'm' -> new ValueType.MapOf(next());
      case 'o' -> new ValueType.Nested(name());
      case 'e' -> new ValueType.Choice(name());
      case 'x' -> new ValueType.Either(next(), next());
      default -> throw new IllegalStateException("not a type's code: " + text);
    };
  }

  private String name() {
    int end = text.indexOf(';', position);
    String name = text.substring(position, end);
    position = end + 1;
    return name;
  }
}
