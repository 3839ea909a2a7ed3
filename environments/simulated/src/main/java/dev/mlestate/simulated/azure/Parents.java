package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;
import java.util.Optional;

/** What something is in must be there, and the place itself must be free. */
final class Parents implements ArmRule {
  @Override
  public void check(Admission wanted, String id, Subscription there) {
    Optional<String> parent = ResourcePaths.parent(id);
    while (parent.isPresent() && !there.exists(parent.get())) {
      if (!ResourcePaths.isPart(parent.get())) {
        throw missing(wanted.type(), id, parent.get());
      }
      parent = ResourcePaths.parent(parent.get());
    }
    if (wanted.before().isEmpty() && there.find(id).isPresent()) {
      throw new CloudException("cannot create already existing resource '%s'".formatted(id));
    }
  }

  private static CloudException missing(String type, String id, String parent) {
    String kind = ResourcePaths.armTypeOf(parent);
    if (kind.equals("Microsoft.Resources/resourceGroups")) {
      return new CloudException(
          "ResourceGroupNotFound: Resource group '%s' could not be found."
              .formatted(ResourcePaths.name(parent)));
    }
    return new CloudException(
        "ParentResourceNotFound: Failed to perform 'write' on resource '%s' of type '%s', because the parent resource '%s' could not be found."
            .formatted(ResourcePaths.name(id), ResourcePaths.armType(type), parent));
  }
}
