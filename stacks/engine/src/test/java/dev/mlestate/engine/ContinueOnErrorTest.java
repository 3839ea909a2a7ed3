package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.wire.PropertyValues;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Resource.Result;

class ContinueOnErrorTest {
  private static final RunOptions GO_ON = RunOptions.NONE.withContinueOnError(true);

  @TempDir Path folder;
  private Estate estate;
  private final List<Result> results = new ArrayList<>();

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  /** One that may fail, one that needs it, and one of its own. */
  private Body three(Object... properties) {
    return program -> {
      results.clear();
      Registered a =
          program.thing(
              "a",
              PropertyValues.object(properties),
              request -> request.setSupportsResultReporting(true));
      results.add(a.result);
      Registered b =
          program.thing(
              "b",
              PropertyValues.object("takes", "x"),
              request -> request.setSupportsResultReporting(true).addDependencies(a.urn));
      results.add(b.result);
      results.add(
          program.thing(
                  "c", PropertyValues.EMPTY, request -> request.setSupportsResultReporting(true))
              .result);
    };
  }

  @Test
  void doesWhatDoesNotDependOnTheResourceThatFailed() {
    UpdateResult result = estate.engine(three("fail", "create")).up(GO_ON);
    assertThat(result.failure().orElseThrow().message()).contains("no capacity for a");
    assertThat(results).containsExactly(Result.FAIL, Result.SKIP, Result.SUCCESS);
    assertThat(estate.cloud.takeLog()).containsExactly("create c");
    assertThat(estate.names()).contains("c").doesNotContain("a", "b");
    assertThat(Estate.steps(result)).containsExactly("create a", "create c");

    assertThat(estate.up(three()).failure()).isEmpty();
    assertThat(estate.cloud.takeLog()).containsExactly("create a", "create b");
  }

  @Test
  void withoutTheOptionNoOtherStepBegins() {
    UpdateResult result = estate.up(three("fail", "create"));
    assertThat(result.failure()).isPresent();
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void aProgramThatCannotLearnOfFailuresGetsAnError() {
    List<String> after = new ArrayList<>();
    Body body =
        program -> {
          assertThatThrownBy(() -> program.thing("a", PropertyValues.object("fail", "create")))
              .isInstanceOf(StatusRuntimeException.class)
              .hasMessageContaining("failed");
          after.add(program.thing("c", PropertyValues.EMPTY).id);
        };
    UpdateResult result = estate.engine(body).up(GO_ON);
    assertThat(result.succeeded()).isFalse();
    assertThat(after).hasSize(1);
  }

  @Test
  void aDestroyGoesOnWithWhatTheResourceThatFailedDoesNotNeed() {
    assertThat(
            estate
                .up(
                    program -> {
                      Registered a = program.thing("a", PropertyValues.EMPTY);
                      program.thing(
                          "b",
                          PropertyValues.object("fail", "delete", "takes", a.get("arn")),
                          "takes",
                          a);
                      program.thing("c", PropertyValues.EMPTY);
                    })
                .failure())
        .isEmpty();
    estate.cloud.takeLog();
    UpdateResult result = estate.destroy(GO_ON);
    assertThat(result.failure().orElseThrow().message()).contains("still in use: b");
    assertThat(estate.cloud.takeLog()).containsExactly("delete c");
    assertThat(estate.names()).contains("a", "b").doesNotContain("c");
  }

  @Test
  void whatIsLeftOverIsDeletedUnlessAFailedResourceNeedsIt() {
    estate.up(
        program -> {
          Registered a = program.thing("a", PropertyValues.EMPTY);
          program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
          program.thing("c", PropertyValues.EMPTY);
        });
    estate.cloud.takeLog();
    Body renamed =
        program ->
            program.thing(
                "b",
                PropertyValues.object("name", "new", "fail", "create"),
                request -> request.setSupportsResultReporting(true));
    UpdateResult result = estate.engine(renamed).up(GO_ON);
    assertThat(result.succeeded()).isFalse();
    assertThat(estate.cloud.takeLog()).containsExactly("delete c");
    assertThat(estate.names()).contains("a", "b");
  }
}
