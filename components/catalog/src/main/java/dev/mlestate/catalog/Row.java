package dev.mlestate.catalog;

import dev.mlestate.model.AcceleratorType;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.TpuGeneration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row of a table, read by column. */
record Row(Map<String, String> cells) {
  String text(String column) {
    return optional(column)
        .orElseThrow(() -> new IllegalArgumentException("column " + column + " is empty"));
  }

  Optional<String> optional(String column) {
    return Optional.ofNullable(cells.get(column)).map(String::strip).filter(s -> !s.isEmpty());
  }

  int integer(String column) {
    return number(column, text(column), Integer::valueOf);
  }

  int integerOr(String column, int otherwise) {
    return optional(column).isPresent() ? integer(column) : otherwise;
  }

  double decimal(String column) {
    return number(column, text(column), Double::valueOf);
  }

  double decimalOr(String column, double otherwise) {
    return optional(column).isPresent() ? decimal(column) : otherwise;
  }

  List<String> words(String column) {
    return Arrays.asList(text(column).split(" ", -1));
  }

  LocalDate date(String column) {
    return LocalDate.parse(text(column));
  }

  Cloud cloud() {
    return Arrays.stream(Cloud.values())
        .filter(c -> c.word().equals(text("cloud")))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such cloud: " + text("cloud")));
  }

  Optional<AcceleratorType> accelerator(String column) {
    return optional(column)
        .map(
            word ->
                Arrays.stream(AcceleratorType.values())
                    .filter(a -> a.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                        () -> new IllegalArgumentException("no such accelerator: " + word)));
  }

  TpuGeneration generation(String column) {
    return Arrays.stream(TpuGeneration.values())
        .filter(g -> g.word().equals(text(column)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such TPU: " + text(column)));
  }

  Source source() {
    return new Source(text("source"), date("date"));
  }

  private static <T> T number(String column, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " is not a number: " + text, e);
    }
  }
}
