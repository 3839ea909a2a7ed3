package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.check.AutoNames;
import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.diff.InputComparison;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.PropertyChange;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change of a resource's inputs does. */
public final class CloudDiff {
  private CloudDiff() {}

  /** What the provider of a version answers. */
  public static DiffAnswer of(
      CloudProfile profile,
      Schema schema,
      ResourceDeclaration declaration,
      Obj before,
      Obj after,
      String version) {
    String token = declaration.token();
    InputFlags flags = profile.flags();
    List<PropertyChange> changes =
        InputComparison.of(schema, flags.of(token), declaration.inputs(), before, after).stream()
            .filter(change -> !keepsComputed(flags, token, change))
            .toList();
    Set<PropertyChange> replacing =
        changes.stream()
            .filter(change -> profile.replacements(version).replaces(token, change, before, after))
            .collect(Collectors.toUnmodifiableSet());
    return new DiffAnswer(changes, replacing, keepsFixedName(profile, declaration, before, after));
  }

  /** A value that the provider fills in stays as it is when the program no longer gives it. */
  private static boolean keepsComputed(InputFlags flags, String token, PropertyChange change) {
    return change.kind() == PropertyChange.Kind.DELETE
        && flags.isComputed(token, change.path().replaceAll("\\[[0-9]+]", "[]"));
  }

  /** Two resources cannot have the same name at once, so the old one must go first. */
  private static boolean keepsFixedName(
      CloudProfile profile, ResourceDeclaration declaration, Obj before, Obj after) {
    Optional<String> property = profile.naming().property(declaration);
    if (property.isEmpty() || AutoNames.isAutomatic(after, property.get())) {
      return false;
    }
    PropertyValue name = after.members().get(property.get());
    return name != null && name.equals(before.members().get(property.get()));
  }
}
