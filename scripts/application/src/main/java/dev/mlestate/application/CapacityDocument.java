package dev.mlestate.application;

import dev.mlestate.engine.event.Scarcity;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Which ways to get machines a run does without, and with which it goes on. */
final class CapacityDocument {
  private CapacityDocument() {}

  static Document of(List<CapacityFallback.Change> changes) {
    return new Document(
        "Capacity",
        List.of(
            new Block.Points(changes.stream().map(CapacityDocument::line).toList()),
            new Block.Verdict(
                Severity.INFO,
                Line.of(
                    "left out in this run alone: the next up tries all options of the file again"))));
  }

  private static Line line(CapacityFallback.Change change) {
    String next =
        change.next().stream().map(each -> each.option().word()).collect(Collectors.joining(", "));
    return Line.of(
        Span.strong(change.option().cluster() + "/" + change.option().pool()),
        Span.plain(
            " goes on without "
                + change.option().option().word()
                + ", with "
                + next
                + ": "
                + scarce(change.scarcity())));
  }

  /** Such as: no p5.48xlarge (spot) in us-east-1a at present. */
  static String scarce(Scarcity scarcity) {
    return "no "
        + (scarcity.machineType().isEmpty() ? "machines" : scarcity.machineType())
        + (scarcity.purchaseOption().isEmpty() ? "" : " (" + scarcity.purchaseOption() + ")")
        + (scarcity.zone().isEmpty() ? "" : " in " + scarcity.zone())
        + " at present";
  }
}
