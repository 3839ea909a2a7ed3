package dev.mlestate.cost.prices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.mlestate.catalog.Source;
import dev.mlestate.model.Cloud;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CSV file of prices that collects what is wrong in it. */
final class PriceFile {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .build();

  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  PriceFile(String name) {
    this.name = name;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Every row that has all the columns. */
  List<Row> rows(Reader text, List<String> columns) {
    List<Row> rows = new ArrayList<>();
    try (MappingIterator<Map<String, String>> lines =
        MAPPER
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      while (lines.hasNextValue()) {
        int line = lines.getCurrentLocation().getLineNr();
        Map<String, String> cells = lines.nextValue();
        List<String> missing = columns.stream().filter(c -> !cells.containsKey(c)).toList();
        if (!missing.isEmpty()) {
          problem(1, "", "columns are missing: " + String.join(", ", missing), "add them");
          return List.of();
        }
        rows.add(new Row(line, cells));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problem(line, "", "no row of this table: " + e.getOriginalMessage(), "mend the row");
    } catch (IOException e) {
      problem(1, "", "cannot be read: " + e.getMessage(), "make it readable");
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      problem(1, "", "has no prices", "add a row for each price");
    }
    return rows;
  }

  private void problem(int line, String path, String reason, String remedy) {
    problems.add(Problem.of(path, reason, remedy).at(new Place(name, Math.max(1, line), 1)));
  }

  /** One row; what cannot be read from it becomes a problem and is empty. */
  final class Row {
    private final int line;
    private final Map<String, String> cells;

    private Row(int line, Map<String, String> cells) {
      this.line = line;
      this.cells = cells;
    }

    void problem(String column, String reason, String remedy) {
      PriceFile.this.problem(line, column, reason, remedy);
    }

    boolean has(String column) {
      return !text(column).isEmpty();
    }

    String text(String column) {
      String text = cells.get(column);
      return text == null ? "" : text;
    }

    String required(String column) {
      if (!has(column)) {
        problem(column, column + " is missing", "fill it in");
      }
      return text(column);
    }

    Optional<Cloud> cloud() {
      String word = required("cloud");
      Optional<Cloud> cloud =
          Arrays.stream(Cloud.values()).filter(c -> c.word().equals(word)).findFirst();
      if (cloud.isEmpty() && !word.isEmpty()) {
        problem("cloud", "unknown cloud '" + word + "'", "write aws, gcp or azure");
      }
      return cloud;
    }

    Optional<Price> price(String usdColumn, String sourceColumn, String dateColumn) {
      if (!has(usdColumn)) {
        return Optional.empty();
      }
      Optional<BigDecimal> usd = usd(usdColumn);
      Optional<LocalDate> date = date(dateColumn);
      String source = required(sourceColumn);
      return usd.isPresent() && date.isPresent() && !source.isEmpty()
          ? Optional.of(new Price(usd.get(), new Source(source, date.get())))
          : Optional.empty();
    }

    private Optional<BigDecimal> usd(String column) {
      try {
        BigDecimal usd = new BigDecimal(text(column));
        if (usd.signum() > 0) {
          return Optional.of(usd);
        }
        problem(column, "a price of " + usd + " is none", "leave it empty if it is not known");
      } catch (NumberFormatException e) {
        problem(column, "'" + text(column) + "' is no price", "write US dollars such as 0.045");
      }
      return Optional.empty();
    }

    private Optional<LocalDate> date(String column) {
      try {
        return Optional.of(LocalDate.parse(text(column)));
      } catch (DateTimeParseException e) {
        problem(column, "'" + text(column) + "' is no date", "write a date such as 2026-11-23");
        return Optional.empty();
      }
    }

    int count(String column) {
      try {
        int count = Integer.parseInt(required(column));
        if (count >= 0) {
          return count;
        }
      } catch (NumberFormatException e) {
        // Said below, together with what is negative.
      }
      problem(column, "'" + text(column) + "' is no count", "write 0 or more");
      return 0;
    }
  }
}
