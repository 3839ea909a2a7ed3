package dev.mlestate.simulated.kubernetes;

import dev.mlestate.simulated.diff.DiffAnswer;
import dev.mlestate.simulated.diff.InputComparison;
import dev.mlestate.simulated.diff.PropertyChange;
import dev.mlestate.simulated.diff.Sameness;
import dev.mlestate.simulated.schema.ResourceDeclaration;
import dev.mlestate.simulated.schema.Schema;
import dev.mlestate.simulated.table.DatedTable;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change of an object's inputs does; the fields of replace.tsv cannot change. */
final class KubernetesDiff {
  private static final Map<String, Set<String>> FIXED = new HashMap<>();
  private static final PropertyPath NAME = PropertyPath.parse("metadata.name");
  private static final PropertyPath NAMESPACE = PropertyPath.parse("metadata.namespace");
  private static final PropertyPath MARK =
      PropertyPath.parse("metadata.annotations[\"pulumi.com/autonamed\"]");

  /** The API keeps what it is given, to the letter. */
  private static final Sameness EXACT =
      new Sameness() {
        @Override
        public boolean isSet(String place) {
          return false;
        }

        @Override
        public boolean layoutCounts() {
          return true;
        }
      };

  static {
    for (List<String> row : DatedTable.rows(KubernetesDiff.class, "replace.tsv", 2)) {
      FIXED.computeIfAbsent(row.get(0), absent -> new HashSet<>()).add(row.get(1));
    }
  }

  private KubernetesDiff() {}

  static DiffAnswer of(Schema schema, ResourceDeclaration declaration, Obj before, Obj after) {
    String kind = ObjectName.kind(declaration.token());
    List<PropertyChange> changes =
        InputComparison.of(schema, EXACT, declaration.inputs(), before, after);
    Set<PropertyChange> replacing =
        changes.stream()
            .filter(
                change -> fixed("*", change, before, after) || fixed(kind, change, before, after))
            .collect(Collectors.toUnmodifiableSet());
    boolean sameName =
        NAME.get(after).isPresent()
            && same(NAME, before, after)
            && same(NAMESPACE, before, after)
            && MARK.get(after).isEmpty();
    return new DiffAnswer(changes, replacing, sameName);
  }

  private static boolean same(PropertyPath path, Obj before, Obj after) {
    Optional<PropertyValue> old = path.get(before);
    return old.equals(path.get(after));
  }

  private static boolean fixed(String kind, PropertyChange change, Obj before, Obj after) {
    return FIXED.getOrDefault(kind, Set.of()).stream()
        .anyMatch(
            field ->
                change.tablePaths().stream().anyMatch(place -> within(place, field))
                    // The members of a custom resource are in no schema.
                    || within(change.path(), field)
                    || (within(field, change.path())
                        && !same(PropertyPath.parse(field), before, after)));
  }

  private static boolean within(String place, String container) {
    return place.equals(container)
        || place.startsWith(container + ".")
        || place.startsWith(container + "[");
  }
}
