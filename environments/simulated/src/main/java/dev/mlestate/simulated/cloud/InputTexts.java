package dev.mlestate.simulated.cloud;

import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;

/** Texts among inputs. */
public final class InputTexts {
  private InputTexts() {}

  /** The known texts at a property such as {@code vpcConfig.subnetIds[]}. */
  public static List<String> at(String property, Obj inputs) {
    return References.values(property, inputs);
  }
}
