package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.state.JournalEntry;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StateSession;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Resource.RegisterResourceRequest;

/** Resources whose lives are bound to others', and those that are kept. */
class BoundResourcesTest {
  @TempDir Path folder;
  private Estate estate;

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  private static Body bound(
      String key,
      String value,
      BiFunction<RegisterResourceRequest.Builder, String, RegisterResourceRequest.Builder> option) {
    return program -> {
      Registered a = program.thing("a", PropertyValues.object(key, value));
      program.thing("b", PropertyValues.EMPTY, request -> option.apply(request, a.urn));
    };
  }

  @Test
  void whatIsDeletedWithAnotherIsReplacedWithItButNotDeletedItself() {
    Body before = bound("name", "one", RegisterResourceRequest.Builder::setDeletedWith);
    Body after = bound("name", "two", RegisterResourceRequest.Builder::setDeletedWith);
    estate.up(before);
    estate.cloud.takeLog();
    UpdateResult result = estate.up(after);
    assertThat(Estate.steps(result))
        .containsExactly(
            "create-replacement a",
            "replace a",
            "create-replacement b",
            "replace b",
            "delete-replaced b",
            "delete-replaced a");
    assertThat(estate.cloud.takeLog()).containsExactly("create a", "create b", "delete a");
    assertThat(estate.destroy().failure()).isEmpty();
    assertThat(estate.cloud.takeLog()).containsExactly("delete a");
  }

  @Test
  void whatIsReplacedWithAnotherGoesFirstWhereTheOtherDoes() {
    Body before = bound("single", "one", RegisterResourceRequest.Builder::addReplaceWith);
    Body after = bound("single", "two", RegisterResourceRequest.Builder::addReplaceWith);
    estate.up(before);
    estate.cloud.takeLog();
    UpdateResult preview = estate.preview(after);
    UpdateResult result = estate.up(after);
    assertThat(Estate.steps(result))
        .containsExactly(
            "delete-replaced b",
            "delete-replaced a",
            "replace a",
            "create-replacement a",
            "replace b",
            "create-replacement b");
    assertThat(Estate.steps(preview)).isEqualTo(Estate.steps(result));
    assertThat(estate.cloud.takeLog())
        .containsExactly("delete b", "delete a", "create a", "create b");
  }

  @Test
  void whatIsRetainedStaysWhereItIsReplaced() {
    Body before =
        program ->
            program.thing(
                "a", PropertyValues.object("name", "one"), r -> r.setRetainOnDelete(true));
    Body after =
        program ->
            program.thing(
                "a", PropertyValues.object("name", "two"), r -> r.setRetainOnDelete(true));
    estate.up(before);
    UpdateResult result = estate.up(after);
    assertThat(Estate.steps(result))
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
    assertThat(estate.cloud.resources()).hasSize(2);
    assertThat(estate.names()).containsOnlyOnce("a");
  }

  @Test
  void aDestroyNamesEveryProtectedResource() {
    estate.up(
        program -> {
          program.thing("a", PropertyValues.EMPTY, r -> r.setProtect(true));
          program.thing("b", PropertyValues.EMPTY, r -> r.setProtect(true));
        });
    estate.cloud.takeLog();
    UpdateResult result = estate.destroy();
    assertThat(result.succeeded()).isFalse();
    assertThat(result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR))
        .extracting(Diagnostic::urn)
        .anyMatch(urn -> urn.endsWith("::a"))
        .anyMatch(urn -> urn.endsWith("::b"));
    assertThat(estate.cloud.takeLog()).isEmpty();
    assertThat(estate.names()).contains("a", "b");
  }

  @Test
  void aPreviewShowsWhatWouldReplaceAProtectedResource() {
    Body before =
        program ->
            program.thing("a", PropertyValues.object("name", "one"), r -> r.setProtect(true));
    Body after =
        program -> {
          program.thing("a", PropertyValues.object("name", "two"), r -> r.setProtect(true));
          program.thing("b", PropertyValues.EMPTY);
        };
    estate.up(before);
    estate.cloud.takeLog();
    UpdateResult preview = estate.preview(after);
    assertThat(preview.failure().orElseThrow().message()).contains("protected");
    assertThat(Estate.steps(preview))
        .containsExactly("create-replacement a", "replace a", "create b", "delete-replaced a");
    UpdateResult result = estate.up(after);
    assertThat(result.failure().orElseThrow().message()).contains("protected");
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void whatIsStillToBeDeletedIsDeletedByTheNextRun() {
    Body before =
        program -> program.thing("a", PropertyValues.object("name", "one", "fail", "delete"));
    Body after = program -> program.thing("a", PropertyValues.object("name", "two"));
    estate.up(before);
    assertThat(estate.up(after).succeeded()).isFalse();
    assertThat(estate.names().stream().filter("a"::equals)).hasSize(2);
    estate.cloud.meddle("a", found -> PropertyValues.without(found, "fail"));
    // The state still says that it cannot be deleted; a refresh learns that it can.
    assertThat(estate.refresh().failure()).isEmpty();
    UpdateResult result = estate.up(after);
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("same a", "delete-replaced a");
    assertThat(estate.names()).containsOnlyOnce("a");
  }

  @Test
  void anInterruptedReplacementIsTakenUpAgain() {
    Body before = program -> program.thing("a", PropertyValues.object("single", "one"));
    Body failing =
        program -> program.thing("a", PropertyValues.object("single", "two", "fail", "create"));
    Body after = program -> program.thing("a", PropertyValues.object("single", "two"));
    estate.up(before);
    assertThat(estate.up(failing).succeeded()).isFalse();
    assertThat(estate.resource("a").pendingReplacement()).isTrue();
    UpdateResult result = estate.up(after);
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("replace a", "create-replacement a");
    assertThat(estate.cloud.resources()).hasSize(1);
  }

  @Test
  void aTaintedResourceIsReplacedOnce() {
    Body body = program -> program.thing("a", PropertyValues.object("size", 1));
    estate.up(body);
    estate.cloud.takeLog();
    try (StateSession session = estate.store.open()) {
      session
          .before()
          .forEach(
              (handle, state) -> {
                if (state.urn().endsWith("::a")) {
                  ResourceState tainted =
                      state.with().extra(new TreeMap<>(Map.of("taint", BooleanNode.TRUE))).build();
                  session.apply(JournalEntry.builder().put(handle, tainted).build(), true);
                }
              });
    }
    UpdateResult result = estate.up(body);
    assertThat(Estate.steps(result))
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
    assertThat(result.steps().stream().flatMap(step -> step.replaceReasons().stream()))
        .containsOnly("id");
    assertThat(estate.cloud.takeLog()).containsExactly("create a", "delete a");
    assertThat(estate.up(body).unchanged()).isTrue();
  }
}
