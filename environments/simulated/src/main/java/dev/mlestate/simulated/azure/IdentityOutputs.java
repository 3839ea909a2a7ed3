package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.SortedMap;
import java.util.TreeMap;

/** The identities of a resource: a list of ids among its inputs, a map by id among its outputs. */
final class IdentityOutputs {
  private static final String IDENTITIES = "userAssignedIdentities";

  private IdentityOutputs() {}

  static Obj shaped(Obj outputs) {
    PropertyValue identity =
        PropertyValues.unwrap(outputs.members().getOrDefault("identity", PropertyValues.NULL));
    if (!(identity instanceof Obj object)
        || !(PropertyValues.unwrap(object.members().getOrDefault(IDENTITIES, PropertyValues.NULL))
            instanceof Array list)) {
      return outputs;
    }
    SortedMap<String, PropertyValue> byId = new TreeMap<>();
    for (PropertyValue element : list.elements()) {
      String id = PropertyText.of(element);
      if (id.isEmpty()) {
        // An id that is not known yet cannot be a key.
        return PropertyValues.with(
            outputs, "identity", PropertyValues.with(object, IDENTITIES, PropertyValues.UNKNOWN));
      }
      byId.put(
          id,
          PropertyValues.object(
              "clientId",
              Guids.ofIdentity("client", id),
              "principalId",
              Guids.ofIdentity("principal", id)));
    }
    return PropertyValues.with(
        outputs, "identity", PropertyValues.with(object, IDENTITIES, new Obj(byId)));
  }
}
