package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.cloud.CloudTables.Reference;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Array;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Str;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Set;

/**
 * What inputs name must exist: in the cloud's record, as an id that something in it brought along
 * (a VPC's own security group), or among the ids that the company had before.
 */
final class References {
  private References() {}

  /**
   * Checks everything that the inputs name.
   *
   * @throws CloudException as the cloud refuses the first name that does not exist
   */
  static void check(CloudProfile profile, String type, Obj inputs, Known known) {
    for (Reference reference : profile.tables().referencesOf(profile.family(type))) {
      for (String value : values(reference.property(), inputs)) {
        if (!known.holds(reference.target(), value)) {
          throw new CloudException(reference.missing().replace("{v}", value));
        }
      }
    }
  }

  /**
   * Checks that nothing needs what is to be deleted.
   *
   * @throws CloudException as the cloud refuses the deletion
   */
  static void checkUnused(
      CloudProfile profile, RecordedResource target, CloudRecord record, String account) {
    ReferenceForms forms = profile.references();
    Set<String> handles = forms.handles(target);
    for (Reference reference : profile.tables().referencesTo(profile.family(target.type()))) {
      if (reference.inUse().isEmpty()) {
        continue;
      }
      for (RecordedResource other : record.all()) {
        if (profile.family(other.type()).equals(reference.type())
            && Remainder.exists(other)
            && values(reference.property(), other.inputs()).stream()
                .anyMatch(value -> handles.contains(forms.normal(value, account)))) {
          throw new CloudException(
              reference.inUse().replace("{id}", target.id()) + " (used by " + other.id() + ")");
        }
      }
    }
  }

  /** The known texts at a property such as {@code vpcConfig.subnetIds[]}. */
  static List<String> values(String property, PropertyValue value) {
    PropertyValue plain = PropertyValues.unwrap(value);
    if (property.isEmpty()) {
      return plain instanceof Str text ? List.of(text.value()) : List.of();
    }
    if (property.startsWith("[]")) {
      String rest = property.substring(property.startsWith("[].") ? 3 : 2);
      return plain instanceof Array array
          ? array.elements().stream().flatMap(each -> values(rest, each).stream()).toList()
          : List.of();
    }
    int end = 0;
    while (end < property.length() && ".[".indexOf(property.charAt(end)) < 0) {
      end++;
    }
    String name = property.substring(0, end);
    String rest = property.substring(end);
    return plain instanceof Obj object && object.members().containsKey(name)
        ? values(rest.startsWith(".") ? rest.substring(1) : rest, object.members().get(name))
        : List.of();
  }
}
