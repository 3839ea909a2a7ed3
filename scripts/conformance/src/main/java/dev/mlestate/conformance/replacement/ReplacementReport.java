package dev.mlestate.conformance.replacement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.conformance.replacement.Outcome.Comparison;
import dev.mlestate.conformance.replacement.ReplacementRun.Breach;
import dev.mlestate.conformance.replacement.Tally.OfCloud;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run found, in words and for machines. */
final class ReplacementReport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 60;
  private static final int EXAMPLES = 3;
  private static final Set<Comparison> TOLD =
      Set.of(Comparison.MISSED, Comparison.FALSE, Comparison.UNSEEN, Comparison.NEEDLESS);

  private ReplacementReport() {}

  /** A table by cloud, then what disagrees, then the branches that were taken. */
  static String text(Tally tally) {
    StringBuilder text = new StringBuilder();
    table(text, tally);
    rules(text, tally);
    section(text, tally, "Disagreements", TOLD);
    section(text, tally, "Branches taken where it depends", Set.of(Comparison.DEPENDS));
    section(text, tally, "Nothing known (unprobed)", Set.of(Comparison.UNPROBED));
    return text.toString();
  }

  private static void table(StringBuilder text, Tally tally) {
    line(
        text,
        "cloud",
        "types",
        "resources",
        "properties",
        "changes",
        "agreed",
        "missed",
        "false",
        "unseen",
        "needless",
        "depends",
        "unprobed",
        "refused");
    tally
        .clouds()
        .forEach(
            (cloud, of) ->
                line(
                    text,
                    cloud,
                    of.types.size(),
                    of.resources,
                    of.properties.size(),
                    of.changes,
                    of.count(Comparison.AGREED),
                    of.count(Comparison.MISSED),
                    of.count(Comparison.FALSE),
                    of.count(Comparison.UNSEEN),
                    of.count(Comparison.NEEDLESS),
                    of.count(Comparison.DEPENDS),
                    of.count(Comparison.UNPROBED),
                    of.count(Comparison.REFUSED)));
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(String.format(Locale.ROOT, "%-13s", cells[0]));
    for (int i = 1; i < cells.length; i++) {
      text.append(String.format(Locale.ROOT, "%11s", cells[i]));
    }
    text.append('\n');
  }

  private static void rules(StringBuilder text, Tally tally) {
    tally
        .clouds()
        .forEach(
            (cloud, of) -> {
              of.held.forEach(
                  (rule, count) ->
                      text.append(
                          String.format(
                              Locale.ROOT, "%-13s%s: held %d times%n", cloud, rule, count)));
              Map<String, List<Breach>> breaches =
                  of.breaches.stream()
                      .collect(
                          Collectors.groupingBy(
                              breach ->
                                  breach.rule()
                                      + " at "
                                      + type(breach.urn())
                                      + " "
                                      + breach.change().place()
                                      + " ("
                                      + breach.change().kind().words()
                                      + "): "
                                      + breach.verdict().words(),
                              LinkedHashMap::new,
                              Collectors.toList()));
              breaches.forEach(
                  (what, all) ->
                      text.append(
                          String.format(
                              Locale.ROOT, "%-13sBROKEN %d times: %s%n", cloud, all.size(), what)));
            });
  }

  private static String type(String urn) {
    String qualified = urn.split("::", 4)[2];
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  private static void section(
      StringBuilder text, Tally tally, String title, Set<Comparison> comparisons) {
    Map<String, List<Outcome>> groups =
        tally.outcomes().stream()
            .filter(outcome -> comparisons.contains(outcome.comparison()))
            .collect(
                Collectors.groupingBy(
                    ReplacementReport::heading, LinkedHashMap::new, Collectors.toList()));
    if (groups.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append('\n');
    groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            group -> {
              text.append("  ").append(group.getKey());
              text.append(" × ").append(group.getValue().size()).append('\n');
              group.getValue().stream()
                  .map(ReplacementReport::values)
                  .distinct()
                  .limit(EXAMPLES)
                  .forEach(example -> text.append("      ").append(example).append('\n'));
              text.append("      ").append(group.getValue().get(0).expected().reason());
              text.append('\n');
            });
  }

  private static String heading(Outcome outcome) {
    String word = TOLD.contains(outcome.comparison()) ? outcome.comparison() + " " : "";
    return word
        + outcome.token()
        + " "
        + outcome.change().place()
        + " "
        + outcome.change().kind().words()
        + ": engine says "
        + outcome.decided().verdict().words();
  }

  private static String values(Outcome outcome) {
    return value(outcome, outcome.change().before())
        + " → "
        + value(outcome, outcome.change().after())
        + " ("
        + outcome.environment()
        + ")";
  }

  private static String value(Outcome outcome, Obj inputs) {
    Optional<PropertyValue> value = outcome.change().path().get(inputs);
    String text = value.map(ReplacementReport::shown).orElse("nothing");
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static String shown(PropertyValue value) {
    if (PropertyValues.containsSecrets(value)) {
      return "a secret";
    }
    if (value instanceof PropertyValue.Unknown) {
      return "not known yet";
    }
    if (value instanceof Obj object) {
      return "{" + String.join(", ", object.members().keySet()) + "}";
    }
    if (value instanceof PropertyValue.Array array) {
      return array.elements().stream()
          .map(ReplacementReport::shown)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return Plain.text(value);
  }

  /** Every change with what was expected and decided. */
  static ObjectNode json(Tally tally) {
    ObjectNode document = JSON.createObjectNode();
    document.put("passed", tally.passed());
    ObjectNode clouds = document.putObject("clouds");
    tally.clouds().forEach((cloud, of) -> summary(clouds.putObject(cloud), of));
    ArrayNode changes = document.putArray("changes");
    tally.outcomes().forEach(outcome -> change(changes.addObject(), outcome));
    return document;
  }

  private static void summary(ObjectNode node, OfCloud of) {
    node.put("types", of.types.size());
    node.put("resources", of.resources);
    node.put("properties", of.properties.size());
    node.put("changes", of.changes);
    for (Comparison comparison : Comparison.values()) {
      node.put(comparison.name().toLowerCase(Locale.ROOT), of.count(comparison));
    }
    ObjectNode held = node.putObject("rules held");
    of.held.forEach(held::put);
    node.put("rules broken", of.breaches.size());
  }

  private static void change(ObjectNode node, Outcome outcome) {
    cells(outcome).forEach(node::put);
  }

  /** The same as tab-separated cells, a line for each change. */
  static List<String> tsv(Tally tally) {
    List<String> lines = new ArrayList<>();
    tally
        .outcomes()
        .forEach(
            outcome -> {
              Map<String, String> cells = cells(outcome);
              if (lines.isEmpty()) {
                lines.add(String.join("\t", cells.keySet()));
              }
              lines.add(
                  cells.values().stream()
                      .map(cell -> cell.replaceAll("\\s+", " "))
                      .collect(Collectors.joining("\t")));
            });
    return lines;
  }

  private static Map<String, String> cells(Outcome outcome) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("comparison", outcome.comparison().name().toLowerCase(Locale.ROOT));
    cells.put("environment", outcome.environment());
    cells.put("type", outcome.token());
    cells.put("property", outcome.change().place());
    cells.put("change", outcome.change().kind().words());
    cells.put("engine", outcome.decided().verdict().words());
    cells.put("facts", outcome.expected().answer().name().toLowerCase(Locale.ROOT));
    cells.put("reason", outcome.expected().reason());
    cells.put("before", value(outcome, outcome.change().before()));
    cells.put("after", value(outcome, outcome.change().after()));
    cells.put("engine's reasons", String.join(", ", outcome.decided().reasons()));
    cells.put("urn", outcome.urn());
    return cells;
  }
}
