package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {
  private static final String THING = "urn:pulumi:dev::estate::fake:index:Thing::";

  @TempDir Path folder;
  private Estate estate;

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  /** A resource, one that takes its arn, and one of its own. */
  private static Body three(int size) {
    return program -> {
      Registered a = program.thing("a", PropertyValues.object("size", size));
      program.thing("b", PropertyValues.object("size", size, "takes", arn(a)), "takes", a);
      program.thing("c", PropertyValues.object("size", size));
    };
  }

  private static dev.mlestate.wire.PropertyValue arn(Registered a) {
    return PropertyValues.get(a.outputs, "arn").orElse(PropertyValues.UNKNOWN);
  }

  private static RunOptions target(String... urns) {
    return RunOptions.NONE.withTargets(List.of(urns));
  }

  private static double size(Estate estate, String name) {
    return ((dev.mlestate.wire.PropertyValue.Num)
            PropertyValues.get(estate.resource(name).inputs(), "size").orElseThrow())
        .value();
  }

  @Test
  void changesOnlyTheTarget() {
    estate.up(three(1));
    estate.cloud.takeLog();
    UpdateResult result = estate.engine(three(2)).up(target(THING + "a"));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("update a", "same b", "same c");
    assertThat(estate.cloud.takeLog()).containsExactly("update a");
    assertThat(size(estate, "a")).isEqualTo(2);
    assertThat(size(estate, "b")).isEqualTo(1);
  }

  @Test
  void changesWhatDependsOnTheTargetToo() {
    estate.up(three(1));
    UpdateResult result =
        estate.engine(three(2)).up(target(THING + "a").withTargetDependents(true));
    assertThat(Estate.steps(result)).containsExactly("update a", "update b", "same c");
  }

  @Test
  void starsStandForPartsOfNames() {
    estate.up(three(1));
    assertThat(Estate.steps(estate.engine(three(2)).preview(target("**::fake:*:Thing::c"))))
        .containsExactly("same a", "same b", "update c");
    assertThat(Estate.steps(estate.engine(three(2)).preview(target("urn:*::c"))))
        .as("one star does not match colons")
        .containsExactly("same a", "same b", "same c");
  }

  @Test
  void createsOnlyTheTarget() {
    UpdateResult result = estate.engine(three(1)).up(target(THING + "c"));
    assertThat(result.failure()).isEmpty();
    assertThat(estate.names()).contains("c").doesNotContain("a", "b");
    assertThat(estate.cloud.takeLog()).containsExactly("create c");
  }

  @Test
  void refusesATargetThatNeedsWhatIsNotCreated() {
    UpdateResult preview = estate.engine(three(1)).preview(target(THING + "b"));
    assertThat(preview.failure().orElseThrow().message()).contains("::b'", "::a'", "no target");
    assertThat(Estate.steps(preview)).contains("create b");
    UpdateResult up = estate.engine(three(1)).up(target(THING + "b"));
    assertThat(up.failure().orElseThrow().message()).contains("no target");
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void refusesATargetThatIsNotThere() {
    estate.up(three(1));
    UpdateResult result = estate.engine(three(1)).up(target(THING + "nowhere"));
    assertThat(result.failure().orElseThrow().message()).contains(THING + "nowhere");
    assertThat(estate.destroy(target(THING + "nowhere")).succeeded()).isFalse();
  }

  @Test
  void doesNotDeleteWhatIsNoTarget() {
    estate.up(three(1));
    estate.cloud.takeLog();
    Body only = program -> program.thing("c", PropertyValues.object("size", 2));
    UpdateResult result = estate.engine(only).up(target(THING + "c"));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("update c", "same a", "same b");
    assertThat(estate.cloud.takeLog()).containsExactly("update c");
    assertThat(estate.names()).contains("a", "b", "c");
  }

  @Test
  void deletesATargetThatIsNoLongerRegistered() {
    estate.up(three(1));
    Body only = program -> program.thing("a", PropertyValues.object("size", 2));
    UpdateResult result = estate.engine(only).up(target(THING + "b"));
    assertThat(Estate.steps(result)).containsExactly("same a", "same c", "delete b");
  }

  @Test
  void destroysOnlyTheTarget() {
    estate.up(three(1));
    estate.cloud.takeLog();
    UpdateResult result = estate.destroy(target(THING + "b"));
    assertThat(result.failure()).isEmpty();
    assertThat(estate.cloud.takeLog()).containsExactly("delete b");
    assertThat(estate.names()).contains("a", "c").doesNotContain("b");
  }

  @Test
  void doesNotDestroyWhatOthersDependOn() {
    estate.up(three(1));
    estate.cloud.takeLog();
    UpdateResult refused = estate.destroy(target(THING + "a"));
    assertThat(refused.failure().orElseThrow().urn()).isEqualTo(THING + "b");
    assertThat(estate.cloud.takeLog()).isEmpty();
    assertThat(estate.names()).contains("a", "b");

    UpdateResult done = estate.destroy(target(THING + "a").withTargetDependents(true));
    assertThat(done.failure()).isEmpty();
    assertThat(estate.cloud.takeLog()).containsExactly("delete b", "delete a");
    assertThat(estate.names()).contains("c");
  }

  @Test
  void refreshesOnlyTheTarget() {
    estate.up(three(1));
    assertThat(Estate.steps(estate.engine(three(1)).refresh(target(THING + "a"))))
        .containsExactly("refresh a");
    assertThat(
            Estate.steps(
                estate.engine(three(1)).refresh(target(THING + "a").withTargetDependents(true))))
        .containsExactlyInAnyOrder("refresh a", "refresh b");
  }

  @Test
  void keepsTheOrderOfTheStateWhereATargetNeedsWhatIsNoLongerRegistered() {
    estate.up(three(1));
    Body without =
        program -> program.thing("b", PropertyValues.object("size", 1, "takes", "arn:default:a"));
    UpdateResult result = estate.engine(without).up(target(THING + "c"));
    assertThat(result.failure()).isEmpty();
    assertThat(estate.names()).containsSubsequence("a", "b");
  }
}
