package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.CloudException;
import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.record.CloudRecord;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.record.ResourceKey;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;

/** Names that exist already. */
final class Duplicates {
  private Duplicates() {}

  /**
   * Checks that a new resource takes nobody's name.
   *
   * @throws CloudException as the cloud refuses it
   */
  static void check(CloudProfile profile, CloudRecord record, ResourceKey key, Obj inputs) {
    CloudTables tables = profile.tables();
    Optional<RecordedResource> present = record.find(key);
    String answer = tables.duplicate(key.type(), key.id());
    if (present.filter(Remainder::exists).isPresent() && !answer.equals(CloudTables.REPLACED)) {
      throw new CloudException(answer);
    }
    present
        .filter(each -> !Remainder.exists(each))
        .flatMap(profile::takenByRemainder)
        .ifPresent(
            refusal -> {
              throw new CloudException(refusal);
            });
    List<String> unique = tables.unique(key.type());
    for (RecordedResource other : unique.isEmpty() ? List.<RecordedResource>of() : record.all()) {
      if (other.type().equals(key.type())
          && other.scope().equals(key.scope())
          && unique.stream().allMatch(name -> same(name, inputs, other.inputs()))) {
        throw new CloudException(
            "AlreadyExists: the name '%s' is in use by %s"
                .formatted(
                    PropertyText.of(inputs.members().getOrDefault("name", PropertyValues.NULL)),
                    other.id()));
      }
    }
  }

  private static boolean same(String name, Obj one, Obj other) {
    String text = PropertyText.of(one.members().getOrDefault(name, PropertyValues.NULL));
    return !text.isEmpty()
        && text.equals(PropertyText.of(other.members().getOrDefault(name, PropertyValues.NULL)));
  }
}
