package dev.mlestate.simulated.check;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;

/** Looks up resource types. */
public final class ResourceTypes {
  private ResourceTypes() {}

  /**
   * The declaration of a type.
   *
   * @throws CloudException if there is none, with the nearest type
   */
  public static ResourceDeclaration find(Schema schema, String token) {
    return schema
        .resource(token)
        .orElseThrow(
            () ->
                new CloudException(
                    "unknown resource type %s%s"
                        .formatted(token, Suggestions.suggestion(token, schema.tokens()))));
  }
}
