package dev.mlestate.planning.capability;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.mlestate.planning.CloudPlanner;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the table of one cloud. */
final class CapabilityTable {
  static final String FILE = "capabilities.csv";

  private static final ObjectReader READER =
      new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          .with(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS);

  private CapabilityTable() {}

  /** The rows beside a planner; a cloud without a table has none. */
  static Map<String, Support> read(CloudPlanner planner, List<Problem> problems) {
    try (@Nullable InputStream table = planner.getClass().getResourceAsStream(FILE)) {
      return table == null ? Map.of() : rows(planner.cloud().word(), table, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Support> rows(String cloud, InputStream table, List<Problem> problems)
      throws IOException {
    Map<String, Support> rows = new TreeMap<>();
    try (MappingIterator<Map<String, String>> lines = READER.readValues(table)) {
      while (lines.hasNext()) {
        Map<String, String> line = lines.next();
        String name = cell(line, "capability");
        if (rows.put(name, support(cloud + "." + name, line, problems)) != null) {
          problems.add(
              Problem.of(cloud + "." + name, "the capability stands twice", "remove one row"));
        }
      }
    }
    return rows;
  }

  private static Support support(String path, Map<String, String> line, List<Problem> problems) {
    String types = cell(line, "realised_by");
    String reason = cell(line, "not_possible_because");
    String alternative = cell(line, "alternative");
    if (types.isEmpty() == reason.isEmpty() || reason.isEmpty() != alternative.isEmpty()) {
      problems.add(
          Problem.of(
              path,
              "the row must name resources, or a reason and an alternative",
              "fill in realised_by alone, or the two others"));
    }
    return types.isEmpty()
        ? new Support.NotPossible(reason, alternative)
        : new Support.Realised(List.of(types.split(" ", -1)));
  }

  private static String cell(Map<String, String> line, String column) {
    return line.getOrDefault(column, "").strip();
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
  }
}
