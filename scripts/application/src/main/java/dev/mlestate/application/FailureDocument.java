package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The end of a run that failed: what exists, what does not, and what to do. */
final class FailureDocument {
  private static final int SHOWN = 20;

  private FailureDocument() {}

  /**
   * The summary.
   *
   * @param foreseen the steps of the preview
   * @param result the run that failed
   * @param resources how many the state holds now
   * @param again the command that goes on
   */
  static Document of(List<StepRecord> foreseen, UpdateResult result, int resources, String again) {
    List<Block> blocks = new ArrayList<>();
    List<StepRecord> wanted = foreseen.stream().filter(Steps::changes).toList();
    List<StepRecord> left = left(wanted, result);
    blocks.add(
        new Block.Paragraph(
            Line.of(
                "%d of %d changes were made; the state knows %d resources, and nothing that was made is missing there."
                    .formatted(wanted.size() - left.size(), wanted.size(), resources))));
    if (!result.failures().isEmpty()) {
      blocks.add(
          new Block.Points(result.failures().stream().map(FailureDocument::failed).toList()));
    }
    if (!left.isEmpty()) {
      blocks.add(new Block.Paragraph(Line.of("Not done:")));
      List<Line> lines =
          new ArrayList<>(left.stream().limit(SHOWN).map(FailureDocument::step).toList());
      if (left.size() > SHOWN) {
        lines.add(Line.of("… and %d more".formatted(left.size() - SHOWN)));
      }
      blocks.add(new Block.Points(lines));
    }
    List<Line> remedies = new ArrayList<>();
    kinds(result).forEach(kind -> remedies.addAll(remedy(kind)));
    remedies.add(Line.of(Span.plain("then go on where this run ended: "), Span.literal(again)));
    blocks.add(new Block.Paragraph(Line.of("What to do:")));
    blocks.add(new Block.Points(remedies));
    return new Document("What exists and what does not", blocks);
  }

  /** What was foreseen and is not done: no step of the run, or the one that failed. */
  private static List<StepRecord> left(List<StepRecord> wanted, UpdateResult result) {
    Set<String> done = new LinkedHashSet<>();
    Map<String, String> last = new HashMap<>();
    for (StepRecord step : result.steps()) {
      done.add(key(step));
      last.put(step.urn(), key(step));
    }
    result.failures().forEach(failure -> done.remove(last.getOrDefault(failure.urn(), "")));
    return wanted.stream().filter(step -> !done.contains(key(step))).toList();
  }

  private static String key(StepRecord step) {
    return step.operation().word() + " " + step.urn();
  }

  private static Line failed(Failure failure) {
    String[] parts = failure.urn().split("::", 4);
    String name = parts.length == 4 ? parts[3] : failure.urn();
    return Line.of(
        Span.strong("failed: "), Span.literal(name), Span.plain(": " + failure.message()));
  }

  private static Line step(StepRecord step) {
    return Line.of(
        Span.strong(Steps.symbol(step.operation()) + " " + step.operation().word()),
        Span.plain(" " + Steps.type(step) + " "),
        Span.literal(Steps.name(step)));
  }

  private static Set<Failure.Kind> kinds(UpdateResult result) {
    Set<Failure.Kind> kinds = new LinkedHashSet<>();
    result.failures().forEach(failure -> kinds.add(failure.kind()));
    result.failure().ifPresent(failure -> kinds.add(failure.kind()));
    return kinds;
  }

  private static List<Line> remedy(Failure.Kind kind) {
    return switch (kind) {
      case NO_CAPACITY ->
          List.of(
              Line.of(
                  "name another option in the pool's capacity, another machine type or more zones,"
                      + " or wait until the cloud has machines again"));
      case QUOTA ->
          List.of(Line.of("ask the cloud to raise the quota that it names, or ask for less of it"));
      case DENIED -> List.of(Line.of("give the caller the permission that the message names"));
      case TIMEOUT ->
          List.of(
              Line.of(
                  "look whether the cloud is slow, or give the resource more time with"
                      + " customTimeouts"));
      case STEP, INVALID, PROGRAM -> List.of(Line.of("correct what the message names"));
      case UNSUPPORTED -> List.of(Line.of("use the Pulumi CLI for this program"));
      case CANCELLED -> List.of();
    };
  }
}
