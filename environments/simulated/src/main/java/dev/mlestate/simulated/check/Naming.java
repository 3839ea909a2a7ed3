package dev.mlestate.simulated.check;

import dev.mlestate.simulated.schema.ResourceDeclaration;
import java.util.Optional;

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

  /** How many hexadecimal digits make the name unique. */
  default int digits() {
    return 7;
  }
}
