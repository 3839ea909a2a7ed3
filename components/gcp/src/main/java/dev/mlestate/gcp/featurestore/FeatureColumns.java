package dev.mlestate.gcp.featurestore;

import dev.mlestate.model.FeatureGroup;
import dev.mlestate.model.FeatureType;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The features of a group as columns of BigQuery and ids of Vertex AI, which both hold lower-case
 * letters, digits and underscores here.
 *
 * @param entity the column of the entity's id
 * @param time the column of the event's time
 * @param features the other columns and their types in BigQuery's words, in the file's order
 */
record FeatureColumns(String entity, String time, Map<String, String> features) {
  /**
   * Vertex AI reads the time of a value from this column (google-beta provider 7.45.0,
   * vertex_ai_feature_group big_query, read 2026-11-24).
   */
  static final String TIMESTAMP = "feature_timestamp";

  /**
   * Beginnings that BigQuery keeps for itself (BigQuery documentation, "Specifying a schema: Column
   * names"; general knowledge, not read).
   */
  private static final Set<String> RESERVED =
      Set.of("_table_", "_file_", "_partition", "_row_timestamp", "__root__", "_colidentifier");

  FeatureColumns {
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
  }

  /**
   * The columns.
   *
   * @throws ProblemException if two features would share a column, or BigQuery takes no such column
   */
  static FeatureColumns of(FeatureGroup group) {
    List<String> names = new ArrayList<>();
    names.add(group.entityId());
    names.add(group.eventTime());
    names.addAll(group.features().keySet());
    List<Problem> problems = problems("featureStore.groups." + group.name(), group, names);
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    Map<String, String> features = new LinkedHashMap<>();
    group.features().forEach((name, type) -> features.put(column(name), word(type)));
    return new FeatureColumns(column(group.entityId()), column(group.eventTime()), features);
  }

  /** Whether a view must call the event's time by the name that Vertex AI looks for. */
  boolean needsTimestamp() {
    return !time.equals(TIMESTAMP);
  }

  private static List<Problem> problems(String path, FeatureGroup group, List<String> names) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> taken = new TreeMap<>();
    for (String name : names) {
      String column = column(name);
      String other = taken.putIfAbsent(column, name);
      if (other != null) {
        problems.add(
            Problem.of(
                path + ".features." + name,
                name + " and " + other + " would be the same column, " + column,
                "rename one of them"));
      }
      if (RESERVED.stream().anyMatch(column::startsWith)) {
        problems.add(
            Problem.of(
                path + ".features." + name, "BigQuery keeps such names for itself", "rename it"));
      }
      if (column.equals(TIMESTAMP) && !name.equals(group.eventTime())) {
        problems.add(
            Problem.of(
                path + ".features." + name,
                "Vertex AI takes " + TIMESTAMP + " for the event's time",
                "rename it, or make it eventTime"));
      }
    }
    return problems;
  }

  private static String column(String name) {
    String column = name.toLowerCase(Locale.ROOT).replace('-', '_');
    return Character.isDigit(column.charAt(0)) ? "_" + column : column;
  }

  private static String word(FeatureType type) {
    return switch (type) {
      case INT -> "INTEGER";
      case DOUBLE -> "FLOAT";
      case STRING -> "STRING";
    };
  }
}
