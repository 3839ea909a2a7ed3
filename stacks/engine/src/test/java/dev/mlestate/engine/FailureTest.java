package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.ProgramError;
import dev.mlestate.engine.FakeProgram.Registrar;
import dev.mlestate.engine.event.EngineEvent.StepFailed;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.wire.PropertyValues;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pulumirpc.CallbackOuterClass.Callback;
import pulumirpc.Resource.RegisterErrorHookRequest;
import pulumirpc.Resource.RegisterResourceHookRequest;
import pulumirpc.Resource.RegisterResourceRequest;

class FailureTest {
  @TempDir Path folder;
  private Estate estate;

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  private static Failure failure(UpdateResult result) {
    return result.failure().orElseThrow();
  }

  private static void await(CompletableFuture<?> event) {
    event.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void whatIsInFlightIsSavedAndNoOtherStepBegins() {
    CompletableFuture<Void> slowBegan = new CompletableFuture<>();
    CompletableFuture<Void> failed = new CompletableFuture<>();
    estate.cloud.beforeCreate =
        name -> {
          if (name.equals("slow")) {
            slowBegan.complete(null);
            await(failed);
          }
        };
    estate.listener =
        event -> {
          if (event instanceof StepFailed) {
            failed.complete(null);
          }
        };
    UpdateResult result =
        estate.up(
            program -> {
              CompletableFuture<Void> slow =
                  CompletableFuture.runAsync(
                      () -> program.thing("slow", PropertyValues.EMPTY), FakeProgram.THREADS);
              await(slowBegan);
              assertThatThrownBy(
                      () -> program.thing("bad", PropertyValues.object("fail", "create")))
                  .isInstanceOf(StatusRuntimeException.class);
              assertThatThrownBy(() -> program.thing("never", PropertyValues.EMPTY))
                  .isInstanceOf(StatusRuntimeException.class);
              await(slow);
            });
    assertThat(failure(result))
        .isEqualTo(
            new Failure(
                Failure.Kind.STEP,
                "urn:pulumi:dev::estate::fake:index:Thing::bad",
                "no capacity for bad"));
    assertThat(estate.names()).contains("slow").doesNotContain("bad", "never");
    assertThat(estate.store.read().pending()).isEmpty();
    assertThat(estate.cloud.takeLog()).containsExactly("create slow");
  }

  @Test
  void aHalfMadeResourceIsKeptAndFinishedByTheNextRun() {
    UpdateResult result =
        estate.up(program -> program.thing("a", PropertyValues.object("partial", "not ready")));
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.STEP);
    assertThat(failure(result).message()).contains("not ready");
    assertThat(estate.resource("a").initErrors()).containsExactly("not ready");
    assertThat(estate.resource("a").id()).isEqualTo(estate.cloud.resources().firstKey());

    Body whole = program -> program.thing("a", PropertyValues.object("size", 1));
    assertThat(Estate.steps(estate.up(whole))).containsExactly("update a");
    assertThat(estate.resource("a").initErrors()).isEmpty();
    assertThat(estate.cloud.resources()).hasSize(1);
    assertThat(estate.up(whole).unchanged()).isTrue();
  }

  @Test
  void aDeletionThatFailsLeavesItsResourceAndWhatThatNeeds() {
    estate.up(
        program -> {
          program.thing("other", PropertyValues.EMPTY);
          var a = program.thing("a", PropertyValues.EMPTY);
          program.thing(
              "b", PropertyValues.object("takes", a.get("arn"), "fail", "delete"), "takes", a);
        });
    UpdateResult result = estate.destroy();
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.STEP);
    assertThat(failure(result).message()).contains("still in use: b");
    assertThat(estate.names()).contains("a", "b");
    assertThat(estate.cloud.takeLog()).doesNotContain("delete a", "delete b");
    assertThat(estate.store.read().pending()).isEmpty();
  }

  @Test
  void aProgramThatFailsDeletesNothing() {
    estate.up(program -> program.thing("a", PropertyValues.EMPTY));
    UpdateResult result =
        estate.up(
            program -> {
              program.thing("b", PropertyValues.EMPTY);
              throw new ProgramError("no such file: environment.yaml");
            });
    assertThat(failure(result))
        .isEqualTo(new Failure(Failure.Kind.PROGRAM, "", "no such file: environment.yaml"));
    assertThat(estate.names()).contains("a", "b");
    assertThat(estate.cloud.resources()).hasSize(2);
  }

  @Test
  void propertiesThatTheProviderRefusesAreNamed() {
    UpdateResult result =
        estate.up(program -> program.thing("a", PropertyValues.object("bad", "must be positive")));
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.INVALID);
    assertThat(failure(result).urn()).endsWith("::a");
    assertThat(failure(result).message()).contains("bad").contains("must be positive");
    assertThat(estate.cloud.takeLog()).isEmpty();
    assertThat(estate.names()).doesNotContain("a");
  }

  private static Arguments call(String feature, Body body) {
    return Arguments.of(feature, body);
  }

  private static Arguments option(
      String feature, UnaryOperator<RegisterResourceRequest.Builder> option) {
    return Arguments.of(
        feature, (Body) program -> program.thing("a", PropertyValues.EMPTY, option));
  }

  private static void used(Object reply) {
    assertThat(reply).isInstanceOf(Empty.class);
  }

  static Stream<Arguments> whatOnlyTheCliCanDo() {
    return Stream.of(
        call(
            "a stack transform",
            program -> used(program.monitor.registerStackTransform(Callback.getDefaultInstance()))),
        call(
            "a stack invoke transform",
            program ->
                used(program.monitor.registerStackInvokeTransform(Callback.getDefaultInstance()))),
        call(
            "a resource hook",
            program ->
                used(
                    program.monitor.registerResourceHook(
                        RegisterResourceHookRequest.getDefaultInstance()))),
        call(
            "an error hook",
            program ->
                used(
                    program.monitor.registerErrorHook(
                        RegisterErrorHookRequest.getDefaultInstance()))),
        option("the remote component", request -> request.setRemote(true)),
        option(
            "the transforms option of 'a'",
            request -> request.addTransforms(Callback.getDefaultInstance())),
        option(
            "the hooks option of 'a'",
            request ->
                request.setHooks(
                    RegisterResourceRequest.ResourceHooksBinding.newBuilder()
                        .addBeforeCreate("hook"))));
  }

  @ParameterizedTest
  @MethodSource
  void whatOnlyTheCliCanDo(String feature, Body body) {
    UpdateResult result = estate.up(body);
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.UNSUPPORTED);
    assertThat(failure(result).message())
        .contains(feature)
        .endsWith("is not supported by the embedded engine; use the Pulumi CLI");
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void aCancelledRunEndsWithAStateThatTheNextOneGoesOnFrom() {
    Body body = FailureTest::three;
    Engine engine = estate.engine(body);
    estate.cloud.beforeCreate =
        name -> {
          if (name.equals("b")) {
            engine.cancel();
          }
        };
    UpdateResult result = engine.up();
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.CANCELLED);
    assertThat(estate.names()).contains("a", "b").doesNotContain("c");
    assertThat(estate.store.read().pending()).isEmpty();
    assertThat(Estate.steps(estate.up(body))).containsExactly("same a", "same b", "create c");
    assertThat(estate.cloud.resources()).hasSize(3);
  }

  private static void three(Registrar program) {
    program.thing("a", PropertyValues.EMPTY);
    program.thing("b", PropertyValues.EMPTY);
    program.thing("c", PropertyValues.EMPTY);
  }

  @Test
  void aListenerThatFailsEndsTheRunInsteadOfHangingIt() {
    AtomicBoolean raised = new AtomicBoolean();
    estate.listener =
        event -> {
          if (event.toString().contains("Thing::a") && !raised.getAndSet(true)) {
            throw new IllegalStateException("the terminal is gone");
          }
        };
    UpdateResult result = estate.up(FailureTest::three);
    assertThat(failure(result).message()).contains("the terminal is gone");
    estate.listener = event -> {};
    assertThat(estate.up(FailureTest::three).failure()).isEmpty();
    assertThat(estate.cloud.resources()).hasSize(3);
  }
}
