package dev.mlestate.simulated.check;

import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The names that a provider gives where the program gives none. The inputs then list the property
 * under {@code __defaults}.
 */
public final class AutoNames {
  static final String DEFAULTS = "__defaults";

  private AutoNames() {}

  /**
   * The inputs with a name: the one before, if that was automatic, or a new one.
   *
   * @param generation how many resources of this URN were made before: each gets another name
   */
  public static Obj name(
      Naming naming,
      ResourceDeclaration declaration,
      Obj before,
      Obj inputs,
      String urn,
      String logicalName,
      byte[] seed,
      int generation) {
    Optional<String> named = naming.property(declaration);
    if (named.isEmpty() || given(inputs, named.get()) || given(inputs, named.get() + "Prefix")) {
      return inputs;
    }
    String property = named.get();
    PropertyValue old = before.members().getOrDefault(property, PropertyValues.NULL);
    PropertyValue name =
        isAutomatic(before, property) && !(old instanceof Null)
            ? old
            : PropertyValues.of(
                naming.automatic(
                    declaration.token(),
                    logicalName,
                    count -> digits(count, generation == 0 ? urn : urn + " " + generation, seed)));
    return PropertyValues.with(
        PropertyValues.with(inputs, property, name),
        DEFAULTS,
        PropertyValues.of(List.of(PropertyValues.of(property))));
  }

  /** Whether the inputs say that a property was named automatically. */
  public static boolean isAutomatic(Obj inputs, String property) {
    return inputs.members().get(DEFAULTS) instanceof Array defaults
        && defaults.elements().contains(new Str(property));
  }

  private static boolean given(Obj inputs, String property) {
    PropertyValue value = inputs.members().getOrDefault(property, PropertyValues.NULL);
    return !(PropertyValues.unwrap(value) instanceof Null);
  }

  /** Hexadecimal digits from the engine's seed, or from the URN where it gives none. */
  public static String digits(int count, String urn, byte[] seed) {
    String origin = HexFormat.of().formatHex(seed);
    return Digests.hex(count, urn, origin);
  }
}
