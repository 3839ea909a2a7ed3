package dev.mlestate.simulated.azure;

import dev.mlestate.simulated.check.PropertyText;
import dev.mlestate.simulated.cloud.CloudSettings;
import dev.mlestate.simulated.record.RecordedResource;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Null;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValue.Unknown;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where something is made that names no place: where it was, or where its resource group is.
 *
 * <p>Source: pulumi-azure-native, provider/pkg/provider/provider.go (getDefaultLocation), one of
 * its stored versions, read 2026-11-24.
 */
final class DefaultPlace {
  private static final String LOCATION = "location";

  private DefaultPlace() {}

  static Obj complete(
      ResourceDeclaration type,
      Obj before,
      Obj inputs,
      Optional<CloudSettings> settings,
      Supplier<List<RecordedResource>> all) {
    if (!type.inputs().members().containsKey(LOCATION) || given(inputs, LOCATION)) {
      return inputs;
    }
    if (given(before, LOCATION)) {
      return PropertyValues.with(
          inputs, LOCATION, before.members().getOrDefault(LOCATION, PropertyValues.NULL));
    }
    PropertyValue group = inputs.members().getOrDefault("resourceGroupName", PropertyValues.NULL);
    if (PropertyValues.unwrap(group) instanceof Unknown) {
      return PropertyValues.with(inputs, LOCATION, PropertyValues.UNKNOWN);
    }
    String name = PropertyText.of(group);
    if (name.isEmpty() || settings.isEmpty()) {
      return inputs;
    }
    String id =
        ResourcePaths.normal(
            "/subscriptions/%s/resourceGroups/%s".formatted(settings.get().account(), name));
    return all.get().stream()
        .filter(each -> ResourcePaths.normal(each.id()).equals(id))
        .findFirst()
        .map(each -> each.outputs().members().get(LOCATION))
        .map(place -> PropertyValues.with(inputs, LOCATION, place))
        .orElse(inputs);
  }

  private static boolean given(Obj object, String name) {
    PropertyValue value = object.members().getOrDefault(name, PropertyValues.NULL);
    return !(PropertyValues.unwrap(value) instanceof Null);
  }
}
