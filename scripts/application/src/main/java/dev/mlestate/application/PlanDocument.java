package dev.mlestate.application;

import dev.mlestate.model.Environment;
import dev.mlestate.report.Block;
import dev.mlestate.report.Column;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Span;
import java.util.List;

/** What the planner chose and why. */
public final class PlanDocument {
  private PlanDocument() {}

  public static Document of(PlannedEnvironment planned) {
    Environment environment = planned.environment();
    List<List<Line>> rows =
        planned.plan().decisions().stream()
            .map(
                decision ->
                    List.of(
                        Line.of(decision.subject()),
                        Line.of(Span.strong(decision.choice())),
                        Line.of(decision.reason())))
            .toList();
    return new Document(
        "Plan of %s-%s on %s, account %s, %s"
            .formatted(
                environment.estate(),
                environment.environment().word(),
                environment.cloud().word(),
                environment.account(),
                environment.region()),
        List.of(
            new Block.Table(
                List.of(Column.left("What"), Column.left("Choice"), Column.left("Why")), rows)));
  }
}
