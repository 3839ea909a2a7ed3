package dev.mlestate.catalog;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one CSV file with a header; a bad row becomes a problem, not an exception. */
final class Table {
  private static final ObjectReader READER =
      new CsvMapper()
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader())
          .with(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS);

  private Table() {}

  /** The rows that {@code parse} accepts; what it throws is added to {@code problems}. */
  static <T> List<T> read(
      String file, String text, List<Problem> problems, Function<Row, T> parse) {
    List<T> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> iterator = READER.readValues(text)) {
      while (iterator.hasNext()) {
        Place place = new Place(file, iterator.getCurrentLocation().getLineNr(), 1);
        try {
          rows.add(parse.apply(new Row(iterator.next())));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
          problems.add(new Problem("", Optional.of(place), reason(e), Optional.empty()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    } catch (RuntimeException e) {
      problems.add(Problem.of("", file + " is not a table: " + reason(e)));
    }
    return rows;
  }

  private static String reason(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
  }
}
