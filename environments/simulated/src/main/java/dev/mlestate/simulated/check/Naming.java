package dev.mlestate.simulated.check;

import dev.mlestate.simulated.schema.ResourceDeclaration;
import java.util.Optional;
import java.util.function.IntFunction;

/** How a provider names what the program gives no name. */
public interface Naming {
  /** The property that names resources of the type; empty if it is not named automatically. */
  Optional<String> property(ResourceDeclaration declaration);

  /** The name that the logical name becomes, before the hexadecimal digits are added. */
  String shaped(String token, String logicalName);

  /** What stands between the name and the digits. */
  default String separator() {
    return "-";
  }

  /** A new name; the function gives as many hexadecimal digits as it is asked for. */
  default String automatic(String token, String logicalName, IntFunction<String> digits) {
    return shaped(token, logicalName) + separator() + digits.apply(digits());
  }

  /** How many hexadecimal digits make the name unique. */
  default int digits() {
    return 7;
  }
}
