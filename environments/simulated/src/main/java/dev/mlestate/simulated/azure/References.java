package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import java.util.Locale;
import java.util.Set;

/** Whatever the inputs name of this subscription must be there. */
final class References implements ArmRule {
  /** Inputs whose ids are judged elsewhere or say where a rule holds, and not what it needs. */
  private static final Set<String> OTHERWISE =
      Set.of("roleDefinitionId", "policyDefinitionId", "assignableScopes", "notScopes");

  @Override
  public void check(Admission wanted, String id, Subscription there) {
    String own = "/subscriptions/" + there.id().toLowerCase(Locale.ROOT);
    Inputs.eachText(
        "",
        wanted.inputs(),
        (path, text) -> {
          String named = ResourcePaths.normal(text);
          if (named.startsWith(own)
              && !OTHERWISE.contains(path.replaceAll("\\[[0-9]+]$", ""))
              && !there.exists(text)
              && !ResourcePaths.isNamespace(text)) {
            throw missing(path, text);
          }
        });
  }

  private static CloudException missing(String path, String text) {
    String type = ResourcePaths.armTypeOf(text);
    if (type.equals("Microsoft.Resources/resourceGroups")) {
      return new CloudException(
          "ResourceGroupNotFound: Resource group '%s' could not be found (%s)."
              .formatted(ResourcePaths.name(text), path));
    }
    return new CloudException(
        "ResourceNotFound: The Resource '%s/%s' was not found: %s is '%s'."
            .formatted(type, ResourcePaths.name(text), path, text));
  }
}
