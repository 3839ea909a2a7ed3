package dev.mlestate.simulated.cloud;

import dev.mlestate.simulated.table.DatedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of one cloud: outputs.tsv, references.tsv and duplicates.tsv beside its profile. */
public final class CloudTables {
  /** An answer that means: the new one takes the old one's place. */
  static final String REPLACED = "replaced";

  /** An output and the template of its value. */
  record OutputRule(String property, String template) {}

  /** A property that names a resource of a type, and the answers when that goes wrong. */
  record Reference(String type, String property, String target, String missing, String inUse) {}

  private final Map<String, List<OutputRule>> outputs = new LinkedHashMap<>();
  private final Map<String, List<Reference>> byType = new HashMap<>();
  private final Map<String, List<Reference>> byTarget = new HashMap<>();
  private final Map<String, String> duplicates = new HashMap<>();
  private final Map<String, List<String>> unique;
  private final String duplicate;

  /**
   * Reads the tables.
   *
   * @param beside the class in whose package they lie
   * @param prefix what references.tsv and duplicates.tsv leave out of the types, such as {@code
   *     aws:}
   * @param duplicate the answer to a taken name where duplicates.tsv has none; {id} and {type}
   * @param unique types with an id of their own whose names are unique all the same: what of
   */
  public CloudTables(
      Class<?> beside, String prefix, String duplicate, Map<String, List<String>> unique) {
    this.duplicate = duplicate;
    this.unique = Map.copyOf(unique);
    for (List<String> row : DatedTable.rows(beside, "outputs.tsv", 3)) {
      outputs
          .computeIfAbsent(row.get(0), absent -> new ArrayList<>())
          .add(new OutputRule(row.get(1), row.get(2)));
    }
    for (List<String> row : DatedTable.rows(beside, "references.tsv", 5)) {
      Reference reference =
          new Reference(
              prefix + row.get(0), row.get(1), prefix + row.get(2), row.get(3), row.get(4));
      byType.computeIfAbsent(reference.type(), absent -> new ArrayList<>()).add(reference);
      byTarget.computeIfAbsent(reference.target(), absent -> new ArrayList<>()).add(reference);
    }
    for (List<String> row : DatedTable.rows(beside, "duplicates.tsv", 2)) {
      duplicates.put(prefix + row.get(0), row.get(1));
    }
  }

  List<OutputRule> outputs(String type) {
    return outputs.getOrDefault(type, List.of());
  }

  List<Reference> referencesOf(String type) {
    return byType.getOrDefault(type, List.of());
  }

  List<Reference> referencesTo(String type) {
    return byTarget.getOrDefault(type, List.of());
  }

  String duplicate(String type, String id) {
    return duplicates.getOrDefault(type, duplicate).replace("{id}", id).replace("{type}", type);
  }

  List<String> unique(String type) {
    return unique.getOrDefault(type, List.of());
  }
}
