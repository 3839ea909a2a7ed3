package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the run that follows a kill does about the operation that was in flight. */
class RecoveryTest {
  private static final String C = "urn:pulumi:dev::estate::fake:index:Thing::c";

  @TempDir Path folder;
  private Path live;
  private Estate estate;

  @BeforeEach
  void setUp() {
    live = folder.resolve("live");
    estate = new Estate(live);
  }

  private static Body things(Object... properties) {
    return program -> {
      program.thing("a", PropertyValues.object("size", 1));
      program.thing("c", PropertyValues.object(properties));
    };
  }

  private static final Body WITHOUT =
      program -> program.thing("a", PropertyValues.object("size", 1));

  private interface Run {
    UpdateResult of(Estate estate);
  }

  /** What a kill leaves at a moment of a run: before or after the cloud did something. */
  private Estate killed(String moment, Run run) {
    FakeCloud cloud = new FakeCloud();
    Path left = folder.resolve("killed");
    String what = moment.substring(moment.indexOf(' ') + 1);
    java.util.function.Consumer<String> copy =
        done -> {
          if (done.equals(what)) {
            Folders.copy(live, left);
            cloud.copy(estate.cloud);
          }
        };
    if (moment.startsWith("before")) {
      estate.cloud.before = copy;
    } else {
      estate.cloud.after = copy;
    }
    run.of(estate);
    assertThat(left.resolve("journal")).as("the kill came").exists();
    return new Estate(left, cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
  }

  private static void assertSettled(Estate next) {
    assertThat(next.store.read().pending()).isEmpty();
    assertThat(
            next.store.read().resources().stream()
                .filter(each -> each.custom() && !each.isProvider())
                .map(ResourceState::id))
        .containsExactlyInAnyOrderElementsOf(next.cloud.resources().keySet());
  }

  @Test
  void whatWasCreatedWithoutAnAnswerIsFoundAndNotCreatedAgain() {
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    UpdateResult preview = next.preview(things("size", 1));
    assertThat(Estate.steps(preview)).containsExactly("same a", "same c");
    assertThat(preview.diagnostics())
        .extracting(Diagnostic::message)
        .anyMatch(text -> text.contains("it was created as c-"));
    assertThat(next.store.read().pending()).as("a preview changes nothing").hasSize(1);

    assertThat(Estate.steps(next.up(things("size", 1)))).containsExactly("same a", "same c");
    assertThat(next.cloud.takeLog()).isEmpty();
    assertThat(next.resource("c").outputs().members()).containsKey("arn");
    assertSettled(next);
  }

  @Test
  void aProgramThatHasChangedChangesWhatWasFound() {
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    assertThat(Estate.steps(next.up(things("size", 2)))).containsExactly("same a", "update c");
    assertSettled(next);
  }

  @Test
  void aProgramThatNoLongerWantsItDeletesWhatWasFound() {
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    assertThat(Estate.steps(next.up(WITHOUT))).containsExactly("same a", "delete c");
    assertSettled(next);
  }

  @Test
  void destroyDeletesWhatWasFound() {
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    assertThat(next.destroy().failure()).isEmpty();
    assertThat(next.cloud.resources()).isEmpty();
    assertSettled(next);
  }

  @Test
  void refreshTakesWhatWasFoundIntoTheState() {
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    assertThat(next.refresh().failure()).isEmpty();
    assertThat(next.names()).contains("c");
    assertSettled(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before update c", "after update c"})
  void anUpdateIsJudgedByReading(String moment) {
    estate.up(things("size", 1));
    Estate next = killed(moment, each -> each.up(things("size", 2)));
    boolean done = moment.startsWith("after");
    // Whoever goes back to the former program must not believe that nothing had been done.
    assertThat(Estate.steps(next.preview(things("size", 1))))
        .contains(done ? "update c" : "same c");
    assertThat(Estate.steps(next.up(things("size", 2))))
        .containsExactly("same a", done ? "same c" : "update c");
    assertSettled(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"before delete c", "after delete c"})
  void aDeletionIsJudgedByReading(String moment) {
    estate.up(things("size", 1));
    Estate next = killed(moment, each -> each.up(WITHOUT));
    List<String> steps = Estate.steps(next.up(WITHOUT));
    assertThat(steps)
        .isEqualTo(moment.startsWith("after") ? List.of("same a") : List.of("same a", "delete c"));
    assertSettled(next);
  }

  @Test
  void aReplacementThatWasCreatedReplaces() {
    estate.up(things("name", "old"));
    Estate next = killed("after create c", each -> each.up(things("name", "new")));
    assertThat(Estate.steps(next.up(things("name", "new"))))
        .containsExactly("same a", "same c", "delete-replaced c");
    assertSettled(next);
  }

  @Test
  void aResourceDeletedForItsReplacementGetsIt() {
    estate.up(things("single", "old"));
    Estate next = killed("after delete c", each -> each.up(things("single", "new")));
    assertThat(Estate.steps(next.up(things("single", "new"))))
        .containsExactly("same a", "replace c", "create-replacement c");
    assertSettled(next);
  }

  @Test
  void withoutTokensACreateStaysPendingUntilAPersonTells() {
    estate.tokens = false;
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    next.tokens = false;
    UpdateResult result = next.up(things("size", 1));
    assertThat(result.failure()).isEmpty();
    assertThat(result.diagnostics())
        .extracting(Diagnostic::message)
        .anyMatch(text -> text.contains("whether that was done is not known"))
        .anyMatch(text -> text.contains("--clear-pending-creates"));
    assertThat(next.store.read().pending()).hasSize(1);
    assertThat(next.store.edits().clearPendingCreates(List.of(C))).isEqualTo(1);
    assertThat(next.store.read().pending()).isEmpty();
    assertThat(
            catchThrowableOfType(
                ProblemException.class, () -> next.store.edits().clearPendingCreates(List.of(C))))
        .hasMessageContaining("no create of " + C + " is pending");
  }

  @Test
  void aPersonMayNameWhatWasCreated() {
    estate.tokens = false;
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    next.tokens = false;
    String id = next.cloud.resources().lastKey();
    next.store.edits().importPendingCreates(Map.of(C, id));
    assertThat(Estate.steps(next.up(things("size", 1)))).containsExactly("same a", "same c");
    assertThat(next.resource("c").id()).isEqualTo(id);
    assertSettled(next);
  }

  @Test
  void aKillDuringRecoveryChangesNothing() {
    Estate next = killed("after create c", each -> each.up(things("size", 1)));
    try (var session = next.store.open()) {
      assertThat(session.interrupted()).as("the copied lock names the process").isPresent();
      Folders.copy(next.store.folder(), folder.resolve("again"));
    }
    Estate third =
        new Estate(folder.resolve("again"), next.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
    assertThat(Estate.steps(third.up(things("size", 1)))).containsExactly("same a", "same c");
    assertSettled(third);
    assertThat(third.store.read().resources().stream().map(each -> new Urn(each.urn()).name()))
        .doesNotHaveDuplicates();
  }
}
