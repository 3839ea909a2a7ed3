package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.PropertyChange;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTest {
  private static final RunOptions REFRESH = RunOptions.NONE.withRefresh(true);

  @TempDir Path folder;
  private Estate estate;

  private static final Body PAIR =
      program -> {
        Registered a = program.thing("a", PropertyValues.object("size", 1));
        program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
      };

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
    assertThat(estate.up(PAIR).failure()).isEmpty();
    estate.cloud.takeLog();
  }

  private void drift() {
    estate.cloud.meddle("a", found -> PropertyValues.with(found, "size", PropertyValues.of(5)));
  }

  private static StepRecord step(UpdateResult result, String name) {
    return result.steps().stream()
        .filter(step -> new Urn(step.urn()).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsEveryResourceAndFindsNothingWhereNothingChanged() {
    List<ResourceState> before =
        estate.store.read().resources().stream().map(RefreshTest::withoutEmptyLists).toList();
    UpdateResult result = estate.refresh();
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactlyInAnyOrder("refresh a", "refresh b");
    assertThat(result.changeSummary()).containsOnly(java.util.Map.entry("same", 3));
    assertThat(result.unchanged()).isTrue();
    assertThat(estate.store.read().resources()).isEqualTo(before);
  }

  /** As in Pulumi, a refresh writes down only the properties that depend on something. */
  private static ResourceState withoutEmptyLists(ResourceState state) {
    SortedMap<String, List<String>> left = new TreeMap<>(state.propertyDependencies());
    left.values().removeIf(List::isEmpty);
    return state.with().propertyDependencies(left).build();
  }

  @Test
  void adoptsWhatChanged() {
    drift();
    UpdateResult result = estate.refresh();
    assertThat(result.changeSummary()).containsEntry("update", 1).containsEntry("same", 2);
    StepRecord found = step(result, "a");
    assertThat(found.operation()).isEqualTo(Operation.REFRESH);
    assertThat(found.result()).isEqualTo(Operation.UPDATE);
    assertThat(found.detailedDiff().orElseThrow())
        .containsEntry("size", new PropertyChange(PropertyChange.Kind.UPDATE, true));
    ResourceState a = estate.resource("a");
    assertThat(PropertyValues.get(a.outputs(), "size")).contains(PropertyValues.of(5));
    assertThat(PropertyValues.get(a.inputs(), "size")).contains(PropertyValues.of(5));
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void showsWhatCameFromOutsideAsAdded() {
    estate.cloud.meddle("a", found -> PropertyValues.with(found, "label", PropertyValues.of("x")));
    StepRecord found = step(estate.refresh(), "a");
    assertThat(found.detailedDiff().orElseThrow())
        .containsEntry("label", new PropertyChange(PropertyChange.Kind.ADD, true));
  }

  @Test
  void aPreviewChangesNothing() {
    drift();
    Object before = estate.store.read();
    UpdateResult result = estate.engine(PAIR).previewRefresh();
    assertThat(result.changeSummary()).containsEntry("update", 1);
    assertThat(estate.store.read()).isEqualTo(before);
  }

  @Test
  void dropsWhatIsGoneAndWhatReferredToIt() {
    estate.cloud.lose("a");
    UpdateResult result = estate.refresh();
    assertThat(step(result, "a").result()).isEqualTo(Operation.DELETE);
    assertThat(result.changeSummary()).containsEntry("delete", 1);
    assertThat(estate.names()).doesNotContain("a");
    ResourceState b = estate.resource("b");
    assertThat(b.dependencies()).isEmpty();
    assertThat(b.propertyDependencies()).isEmpty();
    assertThat(Estate.steps(estate.up(PAIR))).containsExactly("create a", "same b");
  }

  @Test
  void anUpThatRefreshesFirstRevertsTheDrift() {
    drift();
    assertThat(estate.up(PAIR).unchanged()).isTrue();
    UpdateResult result = estate.engine(PAIR).up(REFRESH);
    assertThat(Estate.steps(result)).contains("refresh a", "refresh b", "update a", "same b");
    assertThat(result.changeSummary()).containsEntry("update", 1).doesNotContainKey("refresh");
    assertThat(estate.cloud.takeLog()).containsExactly("update a");
  }

  @Test
  void aDestroyThatRefreshesFirstDeletesOnlyWhatIsThere() {
    estate.cloud.lose("a");
    UpdateResult result = estate.destroy(REFRESH);
    assertThat(result.failure()).isEmpty();
    assertThat(estate.cloud.takeLog()).containsExactly("delete b");
    assertThat(estate.names()).isEmpty();
  }

  @Test
  void aPreviewThatRefreshesFirstShowsWhatUpWouldRevert() {
    drift();
    UpdateResult result = estate.engine(PAIR).preview(REFRESH);
    assertThat(Estate.steps(result)).contains("update a");
  }

  @Test
  void whatCannotBeReadFailsTheRunAndKeepsTheRest() {
    drift();
    estate.cloud.meddle(
        "b", found -> PropertyValues.with(found, "fail", PropertyValues.of("read")));
    UpdateResult result = estate.engine(PAIR).up(REFRESH);
    assertThat(result.failure().orElseThrow().message()).contains("no answer for b");
    assertThat(Estate.steps(result)).containsExactlyInAnyOrder("refresh a", "refresh b");
    assertThat(PropertyValues.get(estate.resource("a").outputs(), "size"))
        .contains(PropertyValues.of(5));
  }

  @Test
  void secretsStaySecretForProvidersThatKnowNone() {
    estate.secrets = false;
    Body secret =
        program ->
            program.thing(
                "c",
                PropertyValues.object(
                    "password", PropertyValues.secret(PropertyValues.of("hush"))));
    estate.up(secret);
    estate.cloud.meddle("c", found -> PropertyValues.with(found, "size", PropertyValues.of(5)));
    estate.refresh();
    ResourceState c = estate.resource("c");
    assertThat(c.inputs().members().get("password")).isInstanceOf(PropertyValue.Secret.class);
    assertThat(c.outputs().members().get("password")).isInstanceOf(PropertyValue.Secret.class);
  }

  @Test
  void readsFirstWhatAProviderAsksFor() {
    Body marked =
        program -> {
          program.thing("m", PropertyValues.object("readFirst", true, "size", 1));
          program.thing("n", PropertyValues.object("size", 1));
        };
    assertThat(Estate.steps(estate.up(marked))).doesNotContain("refresh m");
    estate.cloud.meddle("m", found -> PropertyValues.with(found, "size", PropertyValues.of(5)));
    UpdateResult result = estate.up(marked);
    assertThat(Estate.steps(result))
        .contains("refresh m", "update m", "same n")
        .doesNotContain("refresh n");
    assertThat(result.changeSummary()).doesNotContainKey("refresh");
    assertThat(Estate.steps(estate.up(marked))).contains("refresh m", "same m");
  }

  @Test
  void saysTheOutputsThatTheStackHas() {
    estate.up(
        program -> program.outputs(program.stack, PropertyValues.object("address", "10.0.0.1")));
    assertThat(estate.refresh().outputs()).isEqualTo(PropertyValues.object("address", "10.0.0.1"));
  }
}
