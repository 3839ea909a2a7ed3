package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.state.LockHolder;
import dev.mlestate.engine.state.StackImport;
import dev.mlestate.engine.state.StateEdits;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a state by hand, and its lock. */
class StateEditsTest {
  private static final String THING = "urn:pulumi:dev::estate::fake:index:Thing::";

  @TempDir Path folder;
  private Path live;
  private Estate estate;
  private StateEdits edits;

  private static final Body BODY =
      program -> {
        Registered a = program.thing("a", PropertyValues.object("size", 1));
        program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
        program.thing(
            "guarded", PropertyValues.object("size", 1), request -> request.setProtect(true));
      };

  private static final Body SECRET =
      program -> {
        BODY.run(program);
        program.thing(
            "vault",
            PropertyValues.object("key", PropertyValues.secret(PropertyValues.of("hidden"))));
      };

  @BeforeEach
  void setUp() {
    live = folder.resolve("live");
    estate = new Estate(live);
    estate.up(BODY);
    edits = estate.store.edits();
  }

  private static ProblemException refused(ThrowingCallable action) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, action);
    assertThat(refused).isNotNull();
    return refused;
  }

  @Test
  void whatOthersNeedIsNotForgottenAlone() {
    assertThat(refused(() -> edits.delete(List.of(THING + "a"), false, false)))
        .hasMessageContaining(THING + "b depends on it");
    assertThat(edits.delete(List.of(THING + "a"), false, true))
        .extracting(each -> each.urn())
        .containsExactly(THING + "b", THING + "a");
    assertThat(estate.names()).doesNotContain("a", "b");
    assertThat(estate.cloud.resources()).as("the cloud is not touched").hasSize(3);
  }

  @Test
  void whatIsProtectedIsForgottenOnlyByForce() {
    ProblemException refused =
        refused(() -> edits.delete(List.of(THING + "guarded"), false, false));
    assertThat(refused).hasMessageContaining("is protected");
    assertThat(refused.kind()).isEqualTo(ErrorKind.RESOURCE);
    assertThat(refused(() -> edits.deleteAll(false))).hasMessageContaining("is protected");
    assertThat(edits.delete(List.of(THING + "guarded"), true, false)).hasSize(1);
  }

  @Test
  void protectionIsTakenAway() {
    assertThat(edits.unprotect(List.of(THING + "guarded"))).isEqualTo(1);
    assertThat(estate.resource("guarded").protect()).isFalse();
    estate.up(BODY);
    assertThat(edits.unprotectAll()).isEqualTo(1);
    assertThat(edits.deleteAll(false)).hasSize(5);
    assertThat(estate.names()).isEmpty();
  }

  @Test
  void whatIsNotThereIsNamedWithTheNearest() {
    String mistaken = "urn:pulumi:dev::estate::fake:index:Other::a";
    assertThat(refused(() -> edits.unprotect(List.of(mistaken, "urn:pulumi:x"))).problems())
        .hasSize(2)
        .anyMatch(problem -> problem.reason().contains("did you mean " + THING + "a?"));
  }

  @Test
  void aNewNameIsFollowedByEverythingThatRefersToIt() {
    assertThat(edits.rename(THING + "a", "first")).isEqualTo(THING + "first");
    assertThat(estate.resource("b").dependencies()).containsExactly(THING + "first");
    assertThat(estate.resource("b").propertyDependencies().get("takes"))
        .containsExactly(THING + "first");
    assertThat(refused(() -> edits.rename(THING + "b", "first"))).hasMessageContaining("already");
    assertThat(refused(() -> edits.rename(THING + "b", " "))).hasMessageContaining("is no name");
    String provider = "urn:pulumi:dev::estate::pulumi:providers:fake::default_1_2_3";
    String renamed = edits.rename(provider, "mine");
    assertThat(estate.resource("b").provider()).startsWith(renamed + "::");
  }

  @Test
  void anExportComesBackWithItsSecrets() {
    estate.up(SECRET);
    ObjectNode export = estate.store.export();
    Estate other =
        new Estate(
            folder.resolve("other"), estate.cloud, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"));
    StackImport.Report report =
        other.store.edits().importDeployment(export, "estate", "dev", false);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.resources()).isEqualTo(estate.names().size());
    assertThat(other.store.read()).isEqualTo(estate.store.read());
    assertThat(Folders.contents(folder.resolve("other")).values())
        .noneMatch(text -> text.contains("hidden"));
    assertThat(other.up(SECRET).unchanged()).isTrue();
    Estate stranger =
        new Estate(
            folder.resolve("stranger"),
            estate.cloud,
            Map.of("PULUMI_CONFIG_PASSPHRASE", "another"));
    assertThat(
            refused(() -> stranger.store.edits().importDeployment(export, "estate", "dev", false)))
        .hasMessageContaining("incorrect passphrase");
    assertThat(stranger.store.exists()).isFalse();
  }

  @Test
  void whatIsOfAnotherStackOrDoesNotHoldTogetherNeedsForce() {
    ObjectNode export = estate.store.export();
    assertThat(refused(() -> edits.importDeployment(export, "estate", "prod", false)).problems())
        .allMatch(problem -> problem.reason().contains("is of the stack dev, not prod"));
    assertThat(refused(() -> edits.importDeployment(export, "other", "dev", false)).problems())
        .allMatch(problem -> problem.reason().contains("is of the project estate, not other"));
    ObjectNode torn = export.deepCopy();
    ((com.fasterxml.jackson.databind.node.ArrayNode) torn.at("/deployment/resources")).remove(0);
    assertThat(refused(() -> edits.importDeployment(torn, "estate", "dev", false)))
        .hasMessageContaining("is not before it");
    assertThat(edits.importDeployment(torn, "estate", "dev", true).warnings()).isNotEmpty();
  }

  @Test
  void whatIsNoDeploymentOfThisEngineIsRefused() {
    ObjectNode old = estate.store.export().put("version", 2);
    assertThat(refused(() -> edits.importDeployment(old, "estate", "dev", true)))
        .hasMessageContaining("it is of version 2, not 3");
    ObjectNode foreign = estate.store.export();
    ((ObjectNode) foreign.get("deployment")).putObject("secrets_providers").put("type", "cloud");
    assertThat(refused(() -> edits.importDeployment(foreign, "estate", "dev", true)))
        .hasMessageContaining("'cloud', only 'passphrase' is supported");
    ObjectNode features = estate.store.export().put("version", 4);
    features.putArray("features").add("views");
    assertThat(refused(() -> edits.importDeployment(features, "estate", "dev", true)))
        .hasMessageContaining("it needs 'views'");
  }

  @Test
  void aLockOfAnotherHostIsExplainedAndClearedOnRequest() throws IOException {
    Path lock = live.resolve("lock");
    Files.writeString(
        lock,
        "{\"owner\":\"ann\",\"host\":\"elsewhere.invalid\",\"process\":7,"
            + "\"since\":\"2026-11-22T21:00:00Z\"}\n");
    assertThat(refused(() -> estate.up(BODY)).problems().get(0))
        .satisfies(
            problem -> {
              assertThat(problem.reason())
                  .contains("ann@elsewhere.invalid, process 7, since 2026-11-22T21:00:00Z");
              assertThat(problem.remedy().orElseThrow()).contains("state unlock");
            });
    assertThat(estate.store.lockHolder()).map(LockHolder::owner).contains("ann");
    assertThat(estate.store.unlock()).map(LockHolder::host).contains("elsewhere.invalid");
    assertThat(estate.store.lockHolder()).isEmpty();
    assertThat(estate.up(BODY).unchanged()).isTrue();
  }

  @Test
  void theLockOfARunUnderWayIsNotCleared() {
    try (var session = estate.store.open()) {
      assertThat(session.interrupted()).isEmpty();
      assertThat(refused(() -> estate.store.unlock()))
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    assertThat(estate.store.unlock()).isEmpty();
  }
}
