package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The steps of a run: those that change something, and the counted summary. */
final class ChangesDocument {
  private ChangesDocument() {}

  /** What a preview foresees, step by step. */
  static Document foreseen(UpdateResult result) {
    List<Block> blocks = new ArrayList<>();
    List<Line> steps =
        result.steps().stream().filter(Steps::changes).map(ChangesDocument::line).toList();
    if (!steps.isEmpty()) {
      blocks.add(new Block.Points(steps));
    }
    blocks.add(summary(result));
    return new Document("Changes", blocks);
  }

  /** The counted summary alone, after steps that were shown as they happened. */
  static Document done(UpdateResult result) {
    return new Document("", List.of(summary(result)));
  }

  private static Line line(StepRecord step) {
    Line line =
        Line.of(
            Span.strong(Steps.symbol(step.result()) + " " + step.result().word()),
            Span.plain(" " + Steps.type(step) + " "),
            Span.literal(Steps.name(step)));
    String properties = properties(step);
    return properties.isEmpty() ? line : line.then(Span.muted(" [" + properties + "]"));
  }

  private static String properties(StepRecord step) {
    if (!step.replaceReasons().isEmpty()) {
      return "because of " + String.join(", ", step.replaceReasons());
    }
    return step.detailedDiff()
        .map(paths -> String.join(", ", paths.keySet()))
        .orElseGet(() -> String.join(", ", step.diffReasons()));
  }

  private static Block summary(UpdateResult result) {
    if (result.unchanged()) {
      int same = result.changeSummary().values().stream().mapToInt(Integer::intValue).sum();
      return new Block.Verdict(
          Severity.PASS, Line.of("no changes; " + same + " resources are as they should be"));
    }
    Map<String, Integer> counts = new TreeMap<>(result.changeSummary());
    String text =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    String failure =
        result
            .failure()
            .map(
                each ->
                    "; stopped"
                        + (each.urn().isEmpty() ? "" : " at " + each.urn())
                        + ": "
                        + each.message())
            .orElse("");
    return new Block.Verdict(
        result.succeeded() ? Severity.INFO : Severity.CRITICAL,
        Line.of((text.isEmpty() ? "nothing was done" : text) + failure));
  }
}
