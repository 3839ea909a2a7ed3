package dev.mlestate.azure.identity;

import com.pulumi.azurenative.authorization.enums.PrincipalType;
import com.pulumi.core.Output;
import java.util.Optional;

/**
 * Who is given a role.
 *
 * @param key what stands for it in names that must stay the same from run to run
 * @param id object id in the directory
 * @param type empty: Azure looks it up
 */
public record Principal(String key, Output<String> id, Optional<PrincipalType> type) {
  /** A managed identity. The type spares Azure looking for one that the directory has not yet. */
  public static Principal identity(String key, Output<String> id) {
    return new Principal(key, id, Optional.of(PrincipalType.ServicePrincipal));
  }

  /** A group of the directory. */
  public static Principal group(String name, String objectId) {
    return new Principal(name, Output.of(objectId), Optional.of(PrincipalType.Group));
  }

  /** Who runs the program: a person, or the identity of a pipeline. */
  public static Principal caller(String key, Output<String> id) {
    return new Principal(key, id, Optional.empty());
  }
}
