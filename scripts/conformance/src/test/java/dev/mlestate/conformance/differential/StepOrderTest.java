package dev.mlestate.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.conformance.differential.TraceEvent.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepOrderTest {
  private static TraceEvent event(
      Phase phase, String operation, String urn, Set<String> needs, Set<String> needed) {
    return new TraceEvent(phase, operation, urn, List.of(), List.of(), Map.of(), needs, needed);
  }

  private static TraceEvent create(Phase phase, String urn, String... needs) {
    return event(phase, "create", urn, Set.of(needs), Set.of());
  }

  private static TraceEvent delete(Phase phase, String urn, String... needed) {
    return event(phase, "delete", urn, Set.of(), Set.of(needed));
  }

  @Test
  void independentStepsMayComeInAnyOrder() {
    assertThat(
            StepOrder.violations(
                List.of(
                    create(Phase.BEGUN, "b"),
                    create(Phase.BEGUN, "a"),
                    create(Phase.DONE, "a"),
                    create(Phase.DONE, "b")),
                false))
        .isEmpty();
  }

  @Test
  void nothingBeginsBeforeWhatItNeedsIsDone() {
    assertThat(
            StepOrder.violations(
                List.of(
                    create(Phase.BEGUN, "a"),
                    create(Phase.BEGUN, "b", "a"),
                    create(Phase.DONE, "a"),
                    create(Phase.DONE, "b", "a")),
                false))
        .containsExactly("create b begins before a");
  }

  @Test
  void nothingIsDeletedBeforeWhatNeedsIt() {
    assertThat(
            StepOrder.violations(
                List.of(
                    delete(Phase.BEGUN, "a"),
                    delete(Phase.DONE, "a"),
                    delete(Phase.BEGUN, "b", "a"),
                    delete(Phase.DONE, "b", "a")),
                false))
        .containsExactly("delete a is deleted before delete b");
  }

  @Test
  void whatBeginsMustEnd() {
    assertThat(StepOrder.violations(List.of(create(Phase.BEGUN, "a")), false))
        .containsExactly("a step of a began and never ended, or the reverse");
  }

  @Test
  void whatAPreviewRefusesHasNoEnd() {
    assertThat(StepOrder.violations(List.of(create(Phase.BEGUN, "a")), true)).isEmpty();
  }
}
