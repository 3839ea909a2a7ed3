package dev.mlestate.engine;

import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.wire.PropertyValue.Obj;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run did or, in a preview, would do.
 *
 * @param steps in the order of their beginnings, one that failed included
 * @param changeSummary how many resources per operation's word, such as {@code create}; the
 *     engine's default providers are not counted, as in Pulumi
 * @param outputs of the stack; empty if the program set none
 * @param config the stack's configuration, secrets hidden
 * @param failure why the run did not reach its end; empty: all is well
 * @param failures of steps, in the order in which they came; more than one where several steps were
 *     under way
 */
public record UpdateResult(
    List<StepRecord> steps,
    SortedMap<String, Integer> changeSummary,
    Obj outputs,
    List<Diagnostic> diagnostics,
    SortedMap<String, String> config,
    Duration duration,
    Optional<Failure> failure,
    List<Failure> failures) {

  public UpdateResult {
    steps = List.copyOf(steps);
    changeSummary = Collections.unmodifiableSortedMap(new TreeMap<>(changeSummary));
    diagnostics = List.copyOf(diagnostics);
    failures = List.copyOf(failures);
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
  }

  public boolean succeeded() {
    return failure.isEmpty();
  }

  /** Whether every resource is as it was. */
  public boolean unchanged() {
    String same = Operation.SAME.word();
    return succeeded() && changeSummary.keySet().stream().allMatch(same::equals);
  }
}
