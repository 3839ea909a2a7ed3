package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.diff.InputComparison;
import dev.mlestate.simulated.diff.InputFlags;
import dev.mlestate.simulated.diff.PropertyChange;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.List;
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
            .filter(
                change ->
                    profile
                        .replacements(version)
                        .replaces(profile.family(token), change, before, after))
            .collect(Collectors.toUnmodifiableSet());
    return new DiffAnswer(changes, replacing, profile.deletesFirst(declaration, before, after));
  }

  /** A value that the provider fills in stays as it is when the program no longer gives it. */
  private static boolean keepsComputed(InputFlags flags, String token, PropertyChange change) {
    return change.kind() == PropertyChange.Kind.DELETE
        && flags.isComputed(token, change.path().replaceAll("\\[[0-9]+]", "[]"));
  }
}
