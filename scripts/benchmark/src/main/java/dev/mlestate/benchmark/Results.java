package dev.mlestate.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured.
 *
 * @param runs how often each short scenario was run
 */
public record Results(Machine machine, int runs, List<Measurement> measurements) {
  private static final double MEGABYTE = 1024.0 * 1024.0;

  public Results {
    measurements = List.copyOf(measurements);
  }

  /** The goals that could be judged. */
  public List<Goal> goals() {
    Map<String, Measurement> byId = new LinkedHashMap<>();
    measurements.forEach(each -> byId.put(each.id(), each));
    return Goals.of(byId);
  }

  /** Everything, for a program to read. */
  public ObjectNode json(Instant date) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("date", date.toString());
    document.set("machine", machine.json());
    ArrayNode figures = document.putArray("figures");
    for (Measurement each : measurements) {
      ObjectNode figure = figures.addObject().put("id", each.id()).put("title", each.title());
      ArrayNode walls = figure.putArray("wallSeconds");
      each.runs().forEach(run -> walls.add(rounded(run.wall().toNanos() / 1e9)));
      figure
          .put("minimum", rounded(each.minimum()))
          .put("median", rounded(each.median()))
          .put("maximum", rounded(each.maximum()))
          .put("cpuSeconds", rounded(each.cpu()));
      ObjectNode memory = figure.putObject("peakResidentBytes");
      each.peaks().forEach(memory::put);
    }
    ArrayNode goals = document.putArray("goals");
    for (Goal goal : goals()) {
      goals
          .addObject()
          .put("goal", goal.text())
          .put("demanded", goal.atLeast() ? "at least" : "at most")
          .put("limit", goal.wanted())
          .put("measured", rounded(goal.measured()))
          .put("unit", goal.unit())
          .put("met", goal.met());
    }
    return document;
  }

  /** Everything, for a person to read. */
  public String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        line("%-44s %7s %7s %7s %7s  %s", "", "median", "min", "max", "CPU", "peak memory"));
    for (Measurement each : measurements) {
      StringBuilder memory = new StringBuilder();
      each.peaks()
          .forEach(
              (name, peak) ->
                  memory
                      .append(memory.isEmpty() ? "" : ", ")
                      .append(String.format(Locale.ROOT, "%s %.0f MiB", name, peak / MEGABYTE)));
      text.append(
          line(
              "%-44s %6.2fs %6.2fs %6.2fs %6.2fs  %s",
              each.title(), each.median(), each.minimum(), each.maximum(), each.cpu(), memory));
    }
    text.append(System.lineSeparator());
    for (Goal goal : goals()) {
      text.append(
          line(
              "%-8s %s: %.2f %s, wanted %s %.1f",
              goal.met() ? "met" : "NOT MET",
              goal.text(),
              goal.measured(),
              goal.unit(),
              goal.atLeast() ? "≥" : "≤",
              goal.wanted()));
    }
    return text.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing() + System.lineSeparator();
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
