package dev.mlestate.conformance.replacement;

import static dev.mlestate.conformance.replacement.FactTable.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The branches that the simulated clouds take where the facts say that it depends
 * (replace-decided.tsv of each cloud), to be told beside what the engine did. Nothing is judged by
 * them.
 */
final class Branches {
  private final Map<String, String> decided = new HashMap<>();

  /** Those of one cloud. */
  static Branches of(String cloud) {
    Branches branches = new Branches();
    for (List<String> row :
        FactTable.rows(FactTable.SIMULATED + cloud + "/replace-decided.tsv", 4)) {
      String changes = row.get(2).isEmpty() ? "none" : row.get(2);
      branches.decided.put(
          key(row.get(0), row.get(1)),
          "; replaces for: " + changes + (row.get(3).isEmpty() ? "" : ", because " + row.get(3)));
    }
    return branches;
  }

  /** What was decided of a property, in words that follow upon what the facts say. */
  String at(String token, String place) {
    return decided.getOrDefault(key(token, place), "; no branch replaces");
  }
}
