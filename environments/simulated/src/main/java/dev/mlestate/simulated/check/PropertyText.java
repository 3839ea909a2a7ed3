package dev.mlestate.simulated.check;

import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Bool;
import dev.mlestate.wire.PropertyValue.Num;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;

/** Plain values as text, as they stand in names and ARNs. */
public final class PropertyText {
  private PropertyText() {}

  /** The text of a string, number or boolean, looking through secrets; else an empty text. */
  public static String of(PropertyValue value) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (plain instanceof Str text) {
      return text.value();
    } else if (plain instanceof Num number) {
      double exact = number.value();
      return exact == Math.rint(exact) ? Long.toString((long) exact) : Double.toString(exact);
    } else if (plain instanceof Bool flag) {
      return Boolean.toString(flag.value());
    }
    return "";
  }
}
