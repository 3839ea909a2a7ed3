package dev.mlestate.simulated.record;

import dev.mlestate.wire.PropertyValue.Obj;

/**
 * A resource that exists in a cloud.
 *
 * @param scope within which ids are unique: a region, a cluster's address, or "global"
 * @param generation how many resources of this type and URN were made before, so that ids never
 *     come twice
 * @param token of the attempt that made it; empty where the engine sent none
 */
public record RecordedResource(
    String type,
    String scope,
    String id,
    String urn,
    int generation,
    Obj inputs,
    Obj outputs,
    String token) {
  public ResourceKey key() {
    return new ResourceKey(type, scope, id);
  }

  public RecordedResource changed(Obj newInputs, Obj newOutputs) {
    return new RecordedResource(type, scope, id, urn, generation, newInputs, newOutputs, token);
  }
}
