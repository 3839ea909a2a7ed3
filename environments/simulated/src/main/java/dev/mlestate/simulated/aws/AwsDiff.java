package dev.mlestate.simulated.aws;

import dev.mlestate.simulated.check.AutoNames;
import dev.mlestate.simulated.diff.AwsReplacements;
import dev.mlestate.simulated.diff.AwsSets;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.diff.InputComparison;
import dev.mlestate.simulated.diff.PropertyChange;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change of an AWS resource's inputs does. */
final class AwsDiff {
  private AwsDiff() {}

  static DiffAnswer of(Schema schema, ResourceDeclaration declaration, Obj before, Obj after) {
    String token = declaration.token();
    AwsSets sets = AwsSets.table();
    List<PropertyChange> changes =
        InputComparison.of(
                schema, place -> sets.isSet(token, place), declaration.inputs(), before, after)
            .stream()
            .filter(change -> !keepsComputed(sets, token, change))
            .toList();
    Set<PropertyChange> replacing =
        changes.stream()
            .filter(change -> AwsReplacements.table().replaces(token, change, before, after))
            .collect(Collectors.toUnmodifiableSet());
    return new DiffAnswer(changes, replacing, keepsFixedName(declaration, before, after));
  }

  /** A value that the provider fills in stays as it is when the program no longer gives it. */
  private static boolean keepsComputed(AwsSets sets, String token, PropertyChange change) {
    return change.kind() == PropertyChange.Kind.DELETE
        && sets.isComputed(token, change.path().replaceAll("\\[[0-9]+]", "[]"));
  }

  /** Two resources cannot have the same name at once, so the old one must go first. */
  private static boolean keepsFixedName(ResourceDeclaration declaration, Obj before, Obj after) {
    Optional<String> property = AutoNames.property(declaration);
    if (property.isEmpty() || AutoNames.isAutomatic(after, property.get())) {
      return false;
    }
    PropertyValue name = after.members().get(property.get());
    return name != null && name.equals(before.members().get(property.get()));
  }
}
