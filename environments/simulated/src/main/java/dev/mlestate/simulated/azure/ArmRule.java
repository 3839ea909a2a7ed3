package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.Admission;

/** Something that Azure refuses when a resource is made or changed, and no table can say. */
interface ArmRule {
  /**
   * Judges a resource.
   *
   * @param id of the resource
   * @param there what is in the subscription
   * @throws CloudException with Azure's own code
   */
  void check(Admission wanted, String id, Subscription there);
}
