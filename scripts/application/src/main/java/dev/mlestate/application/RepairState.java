package dev.mlestate.application;

import dev.mlestate.engine.state.RepairPlan;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.List;

/** Brings a damaged state back to its last good point. */
public final class RepairState {
  private final ManagedStack stack;
  private final boolean acceptEdits;

  /**
   * A repair.
   *
   * @param acceptEdits whether a state that was changed by hand is taken as it is
   */
  public RepairState(ManagedStack stack, boolean acceptEdits) {
    this.stack = stack;
    this.acceptEdits = acceptEdits;
  }

  /**
   * Shows what is damaged and what would be done; changes nothing.
   *
   * @return whether there is anything to repair
   * @throws dev.mlestate.problem.ProblemException if nothing good is left to go back to
   */
  public boolean show() {
    stack.require();
    RepairPlan plan = stack.store().repairPlan(acceptEdits);
    stack.settings().listener().show(document(plan));
    return plan.needed();
  }

  /** Does what was shown. */
  public Document run() {
    RepairPlan done = stack.store().repair(acceptEdits);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Verdict(
            Severity.PASS,
            Line.of(
                "repaired: %d resources, %d operations to look up by the next run"
                    .formatted(done.resources(), done.pending()))));
    done.copies()
        .ifPresent(
            folder ->
                blocks.add(
                    new Block.Paragraph(
                        Line.of(
                            Span.plain("The files as they were found lie in "),
                            Span.literal(folder)))));
    return new Document("", blocks);
  }

  private static Document document(RepairPlan plan) {
    if (!plan.needed()) {
      return new Document(
          "", List.of(new Block.Verdict(Severity.PASS, Line.of("the state is not damaged"))));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Points(
            plan.damages().stream()
                .map(
                    damage ->
                        Line.of(
                            damage.place().map(place -> place + ": ").orElse("") + damage.reason()))
                .toList()));
    section(blocks, "What is done", plan.actions());
    section(blocks, "What is lost", plan.losses());
    return new Document("The state is damaged", blocks);
  }

  private static void section(List<Block> blocks, String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      blocks.add(new Block.Heading(2, title));
      blocks.add(new Block.Points(sentences.stream().map(Line::of).toList()));
    }
  }
}
