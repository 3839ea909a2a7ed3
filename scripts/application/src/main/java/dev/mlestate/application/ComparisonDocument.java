package dev.mlestate.application;

import dev.mlestate.cost.Estimate;
import dev.mlestate.problem.Problem;
import dev.mlestate.report.Block;
import dev.mlestate.report.Column;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison of clouds for people. */
final class ComparisonDocument {
  private static final String NONE = "–";

  private ComparisonDocument() {}

  static Document of(String name, List<Candidate> candidates) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(clouds(candidates));
    blocks.add(parts(candidates));
    for (Candidate candidate : candidates) {
      if (candidate.result().isEmpty()) {
        blocks.add(
            new Block.Verdict(
                Severity.HIGH, Line.of("not possible on " + candidate.cloud().word())));
        blocks.add(
            new Block.Points(
                candidate.problems().stream().map(ComparisonDocument::problem).toList()));
      }
      if (!candidate.differences().isEmpty()) {
        blocks.add(
            new Block.Heading(2, "Different on " + candidate.cloud().word() + " from the file"));
        blocks.add(new Block.Points(candidate.differences().stream().map(Line::of).toList()));
      }
    }
    String all = candidates.stream().map(c -> c.cloud().word()).collect(Collectors.joining(", "));
    return new Document("%s on %s".formatted(name, all), blocks);
  }

  private static Block clouds(List<Candidate> candidates) {
    List<List<Line>> rows = new ArrayList<>();
    for (Candidate candidate : candidates) {
      candidate.result().ifPresent(result -> rows.add(cloud(candidate, result)));
    }
    return new Block.Table(
        List.of(
            Column.left("Cloud"),
            Column.left("Region"),
            Column.right("USD a month"),
            Column.right("from"),
            Column.right("to"),
            Column.right("GPU hours"),
            Column.right("USD per GPU hour"),
            Column.right("Rules failed")),
        rows);
  }

  private static List<Line> cloud(Candidate candidate, Candidate.Result result) {
    Estimate estimate = result.review().estimate();
    String least = estimate.unpriced().isEmpty() ? "" : "at least ";
    return List.of(
        Line.of(Span.strong(candidate.cloud().word())),
        Line.of(estimate.region()),
        Line.of(least + money(estimate.monthlyUsd())),
        Line.of(money(estimate.lowMonthlyUsd())),
        Line.of(money(estimate.highMonthlyUsd())),
        Line.of(estimate.gpuHoursPerMonth().map(ComparisonDocument::whole).orElse("unknown")),
        Line.of(estimate.usdPerGpuHour().map(ComparisonDocument::money).orElse(NONE)),
        Line.of(String.valueOf(result.review().failed())));
  }

  private static Block parts(List<Candidate> candidates) {
    Map<String, List<ComparedPart>> byName = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      candidate
          .result()
          .ifPresent(
              result ->
                  ComparedPart.of(result.plan(), result.review().estimate())
                      .forEach(
                          part ->
                              byName
                                  .computeIfAbsent(part.name(), n -> new ArrayList<>())
                                  .add(part)));
    }
    List<List<Line>> rows = new ArrayList<>();
    byName
        .values()
        .forEach(
            group -> {
              for (int i = 0; i < group.size(); i++) {
                rows.add(row(group.get(i), i == 0));
              }
            });
    return new Block.Table(
        List.of(
            Column.left("What"),
            Column.left("Cloud"),
            Column.left("Machine"),
            Column.left("Accelerators"),
            Column.left("Zones"),
            Column.left("Fabric"),
            Column.right("USD per GPU hour")),
        rows);
  }

  private static List<Line> row(ComparedPart part, boolean first) {
    return List.of(
        Line.of(first ? part.name() : ""),
        Line.of(part.cloud().word()),
        Line.of(Span.strong(part.machine())),
        Line.of(part.accelerators().orElse(NONE)),
        Line.of(part.zones().isEmpty() ? NONE : String.join(" ", part.zones())),
        Line.of(
            part.fabric()
                .map(f -> "%s, %s Gbit/s".formatted(f.name(), whole(BigDecimal.valueOf(f.gbps()))))
                .orElse(NONE)),
        Line.of(part.usdPerGpuHour().map(ComparisonDocument::money).orElse(NONE)));
  }

  private static Line problem(Problem problem) {
    return Line.of(
        problem.path() + ": " + problem.reason() + problem.remedy().map(r -> "; " + r).orElse(""));
  }

  private static String money(BigDecimal usd) {
    return String.format(Locale.ROOT, "$%,.2f", usd);
  }

  private static String whole(BigDecimal number) {
    return String.format(Locale.ROOT, "%,d", number.setScale(0, RoundingMode.HALF_UP).longValue());
  }
}
