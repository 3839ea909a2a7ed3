package dev.mlestate.simulated.schema;

/** The type of a property, as the SDK's classes declare it. */
public sealed interface ValueType {
  /** A string. */
  record Text() implements ValueType {}

  /** A number without fraction. */
  record Whole() implements ValueType {}

  /** A number. */
  record Decimal() implements ValueType {}

  /** A boolean. */
  record Flag() implements ValueType {}

  /** Any value, such as a JSON document. */
  record Anything() implements ValueType {}

  /** A file, text or archive. */
  record File() implements ValueType {}

  /** A list. */
  record ListOf(ValueType element) implements ValueType {}

  /** A map from strings. */
  record MapOf(ValueType value) implements ValueType {}

  /** An object; {@code name} is the key of its {@link ObjectDeclaration}. */
  record Nested(String name) implements ValueType {}

  /** One of the values of an enumeration; {@code name} is its key. */
  record Choice(String name) implements ValueType {}

  /** Either of two types. */
  record Either(ValueType left, ValueType right) implements ValueType {}
}
