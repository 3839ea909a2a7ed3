package dev.mlestate.conformance.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.conformance.replacement.EngineVerdicts.Decision;
import dev.mlestate.conformance.replacement.Expectation.Answer;
import dev.mlestate.wire.PropertyPath;
import dev.mlestate.wire.PropertyValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Change CHANGE =
      new Change(
          Change.Kind.VALUE,
          PropertyPath.parse("a[0].b"),
          PropertyValues.EMPTY,
          PropertyValues.EMPTY);

  private static Outcome outcome(Answer answer, Verdict verdict) {
    return new Outcome(
        "dev-aws",
        "aws",
        "aws:ec2/vpc:Vpc",
        "urn:pulumi:dev-aws::estate::aws:ec2/vpc:Vpc::a",
        CHANGE,
        new Expectation(answer, "a[].b: a reason"),
        new Decision(verdict, List.of(), PropertyValues.EMPTY));
  }

  private static Tally tally(int agreed, Outcome... others) {
    Tally tally = new Tally();
    for (int i = 0; i < agreed; i++) {
      tally.outcome(outcome(Answer.UPDATE, Verdict.UPDATE));
    }
    for (Outcome other : others) {
      tally.outcome(other);
    }
    return tally;
  }

  @Test
  void oneMissedReplacementFails() {
    assertThat(tally(1000).passed()).isTrue();
    Tally missed = tally(1000, outcome(Answer.REPLACE, Verdict.UPDATE));
    assertThat(missed.passed()).isFalse();
    assertThat(ReplacementReport.text(missed))
        .contains("MISSED aws:ec2/vpc:Vpc a[].b value: engine says update")
        .contains("a[].b: a reason");
  }

  @Test
  void moreThanOneInAHundredFalseOnesFail() {
    Outcome needless = outcome(Answer.UPDATE, Verdict.REPLACE);
    assertThat(tally(99, needless).passed()).isTrue();
    assertThat(tally(98, needless).passed()).isFalse();
  }

  @Test
  void whatIsNotKnownCountsForNeither() {
    Tally tally =
        tally(
            0,
            outcome(Answer.DEPENDS, Verdict.REPLACE),
            outcome(Answer.UNPROBED, Verdict.REPLACE),
            outcome(Answer.REPLACE, Verdict.REFUSED));
    assertThat(tally.passed()).isTrue();
    assertThat(tally.clouds().get("aws"))
        .satisfies(of -> assertThat(of.judged()).isZero())
        .satisfies(of -> assertThat(of.changes).isEqualTo(3));
    assertThat(ReplacementReport.json(tally).path("clouds").path("aws").path("refused").asInt())
        .isEqualTo(1);
  }

  @Test
  void nothingAskedIsNoPass() {
    assertThat(new Tally().passed()).isFalse();
  }
}
