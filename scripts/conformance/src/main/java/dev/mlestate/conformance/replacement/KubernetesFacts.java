package dev.mlestate.conformance.replacement;

import dev.mlestate.conformance.replacement.Expectation.Answer;
import dev.mlestate.wire.PropertyValue;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields of a Kubernetes object cannot change (kubernetes/replace.tsv, 2026-11-23). */
final class KubernetesFacts implements Facts {
  private static final Comparing EXACTLY =
      new Comparing() {
        @Override
        public boolean isSet(String place) {
          return false;
        }

        @Override
        public boolean keeps(String place) {
          return false;
        }

        @Override
        public boolean emptyIsNone() {
          return true;
        }

        @Override
        public boolean same(String place, PropertyValue before, PropertyValue after) {
          return false;
        }
      };

  private final Map<String, Set<String>> fixed = new HashMap<>();

  KubernetesFacts() {
    for (List<String> row : FactTable.rows(FactTable.SIMULATED + "kubernetes/replace.tsv", 2)) {
      fixed.computeIfAbsent(row.get(0), absent -> new HashSet<>()).add(row.get(1));
    }
  }

  @Override
  public boolean isSet(String token, String place) {
    return false;
  }

  @Override
  public Expectation of(String token, String plugin, Shape inputs, Change change) {
    String kind = token.substring(token.lastIndexOf(':') + 1);
    return Touches.of(EXACTLY, inputs, change.before(), change.after()).stream()
        .map(touch -> of(kind, touch.place()))
        .max(Comparator.naturalOrder())
        .orElse(Expectation.SAME);
  }

  private Expectation of(String kind, String place) {
    for (String of : List.of("*", kind)) {
      for (String field : fixed.getOrDefault(of, Set.of())) {
        if (place.equals(field) || place.startsWith(field + ".") || place.startsWith(field + "[")) {
          return new Expectation(Answer.REPLACE, field + " cannot change");
        }
      }
    }
    return new Expectation(Answer.UPDATE, place + ": no row");
  }
}
