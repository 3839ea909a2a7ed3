package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import com.google.rpc.RetryInfo;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Scarcity;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.RetryPolicy;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.wire.PropertyValues;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Resource.RegisterResourceRequest;

/** What is tried again, how often and after which waits; no time passes here. */
class RetryTest {
  @TempDir private Path folder;
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final Queue<StatusRuntimeException> refusals = new ConcurrentLinkedQueue<>();
  private final FakeCloud cloud = new FakeCloud();
  private final MovingClock clock = new MovingClock();
  private int hiddenReads;
  private Runnable whileWaiting = () -> {};

  /** A clock that the waits move. */
  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-24T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void pass(Duration duration) {
      now = now.plus(duration);
    }
  }

  /** The fake provider, which first answers with what stands in the queue. */
  private final class Refusing extends pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase {
    private final FakeProvider provider = new FakeProvider(cloud, true);

    private boolean refuses(StreamObserver<?> observer) {
      StatusRuntimeException refusal = refusals.poll();
      if (refusal != null) {
        observer.onError(refusal);
      }
      return refusal != null;
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
      if (request.getPreview() || !refuses(observer)) {
        provider.create(request, observer);
      }
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
      if (!refuses(observer)) {
        provider.delete(request, observer);
      }
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
      if (hiddenReads > 0) {
        hiddenReads--;
        observer.onNext(ReadResponse.getDefaultInstance());
        observer.onCompleted();
        return;
      }
      provider.read(request, observer);
    }

    @Override
    public void checkConfig(
        pulumirpc.Provider.CheckRequest request,
        StreamObserver<pulumirpc.Provider.CheckResponse> observer) {
      provider.checkConfig(request, observer);
    }

    @Override
    public void diffConfig(
        pulumirpc.Provider.DiffRequest request,
        StreamObserver<pulumirpc.Provider.DiffResponse> observer) {
      provider.diffConfig(request, observer);
    }

    @Override
    public void configure(
        pulumirpc.Provider.ConfigureRequest request,
        StreamObserver<pulumirpc.Provider.ConfigureResponse> observer) {
      provider.configure(request, observer);
    }

    @Override
    public void check(
        pulumirpc.Provider.CheckRequest request,
        StreamObserver<pulumirpc.Provider.CheckResponse> observer) {
      provider.check(request, observer);
    }

    @Override
    public void diff(
        pulumirpc.Provider.DiffRequest request,
        StreamObserver<pulumirpc.Provider.DiffResponse> observer) {
      provider.diff(request, observer);
    }
  }

  private StateStore store;

  @BeforeEach
  void setUp() {
    store = StateStore.in(folder, Map.of("PULUMI_CONFIG_PASSPHRASE", "test"), clock);
  }

  private Engine engine(FakeProgram.Body body) {
    return Engine.builder()
        .program(new FakeProgram(body))
        .providers(new InProcessProviders(Map.of("fake", Refusing::new)))
        .store(store)
        .clock(clock)
        .retryPolicy(
            new RetryPolicy(
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                () -> 1,
                (duration, stopped) -> {
                  waits.add(duration);
                  clock.pass(duration);
                  whileWaiting.run();
                  return !stopped.isDone();
                }))
        .listener(
            event -> {
              if (event instanceof dev.mlestate.engine.event.EngineEvent.Said words) {
                said.add(words.diagnostic().message());
              }
            })
        .build();
  }

  private UpdateResult up() {
    return engine(program -> program.thing("a", PropertyValues.EMPTY)).up();
  }

  private static StatusRuntimeException refusal(Code code, Message... details) {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage("the cloud says no");
    for (Message detail : details) {
      status.addDetails(Any.pack(detail));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  private static StatusRuntimeException withToken(StatusRuntimeException refusal) {
    Metadata trailers = new Metadata();
    trailers.put(Metadata.Key.of("mlestate-step-token", Metadata.ASCII_STRING_MARSHALLER), "token");
    return new StatusRuntimeException(refusal.getStatus(), trailers);
  }

  private static Failure failure(UpdateResult result) {
    return result.failure().orElseThrow();
  }

  @Test
  void whatIsThrottledIsTriedAgainWithGrowingWaitsAndTheUserSeesIt() {
    for (int i = 0; i < 3; i++) {
      refusals.add(refusal(Code.RESOURCE_EXHAUSTED));
    }
    UpdateResult result = up();
    assertThat(result.failure()).isEmpty();
    assertThat(waits)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(said)
        .contains(
            "fake:index:Thing a: the cloud says no; retrying in 1.0 s, attempt 2 of 4",
            "fake:index:Thing a: the cloud says no; retrying in 3.0 s, attempt 4 of 4");
    assertThat(cloud.takeLog()).containsExactly("create a");
  }

  @Test
  void triesComeToAnEnd() {
    for (int i = 0; i < 4; i++) {
      refusals.add(refusal(Code.RESOURCE_EXHAUSTED));
    }
    UpdateResult result = up();
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.STEP);
    assertThat(failure(result).message()).isEqualTo("the cloud says no");
    assertThat(waits).hasSize(3);
    assertThat(store.read().pending()).isEmpty();
    assertThat(up().failure()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN,STEP",
    "INVALID_ARGUMENT,STEP",
    "PERMISSION_DENIED,DENIED",
    "UNAUTHENTICATED,DENIED",
    "FAILED_PRECONDITION,STEP",
    // A creation whose end is not known: the provider says nothing of a token.
    "UNAVAILABLE,STEP",
    "DEADLINE_EXCEEDED,TIMEOUT",
    "INTERNAL,STEP"
  })
  void whatWouldFailAgainOrBeMadeTwiceIsNotTriedAgain(Code code, Failure.Kind kind) {
    refusals.add(refusal(code));
    assertThat(failure(up()).kind()).isEqualTo(kind);
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL"})
  void aProviderThatKnowsTheStepIsAskedAgain(Code code) {
    refusals.add(withToken(refusal(code)));
    assertThat(up().failure()).isEmpty();
    assertThat(waits).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE", "DEADLINE_EXCEEDED", "RESOURCE_EXHAUSTED"})
  void aDeletionMayBeTriedAgainWhateverHasBecomeOfIt(Code code) {
    assertThat(up().failure()).isEmpty();
    refusals.add(refusal(code));
    assertThat(engine(program -> {}).destroy().failure()).isEmpty();
    assertThat(waits).hasSize(1);
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void aQuotaIsNotTriedAgain() {
    refusals.add(refusal(Code.RESOURCE_EXHAUSTED, QuotaFailure.getDefaultInstance()));
    assertThat(failure(up()).kind()).isEqualTo(Failure.Kind.QUOTA);
    assertThat(waits).isEmpty();
  }

  @Test
  void machinesThatAreNotThereAreNamed() {
    refusals.add(
        refusal(
            Code.RESOURCE_EXHAUSTED,
            ErrorInfo.newBuilder()
                .setReason("resource_availability")
                .putMetadata("vmType", "p5.48xlarge")
                .putMetadata("zone", "us-east-1a")
                .putMetadata("purchaseOption", "spot")
                .build()));
    UpdateResult result = up();
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.NO_CAPACITY);
    assertThat(failure(result).scarcity())
        .contains(new Scarcity("p5.48xlarge", "us-east-1a", "spot"));
    assertThat(result.failures()).containsExactly(failure(result));
    assertThat(waits).isEmpty();
  }

  @Test
  void aProviderMaySayHowLongToWait() {
    refusals.add(
        refusal(
            Code.UNKNOWN,
            RetryInfo.newBuilder()
                .setRetryDelay(com.google.protobuf.Duration.newBuilder().setSeconds(7))
                .build()));
    assertThat(up().failure()).isEmpty();
    assertThat(waits).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void allTriesTogetherKeepToTheTimeoutOfTheResource() {
    for (int i = 0; i < 4; i++) {
      refusals.add(refusal(Code.RESOURCE_EXHAUSTED));
    }
    UpdateResult result =
        engine(
                program ->
                    program.thing(
                        "a",
                        PropertyValues.EMPTY,
                        request ->
                            request.setCustomTimeouts(
                                RegisterResourceRequest.CustomTimeouts.newBuilder()
                                    .setCreate("2s"))))
            .up();
    assertThat(failure(result).message()).isEqualTo("the cloud says no");
    assertThat(waits).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void aTimeoutOfTheResourceIsNotTriedAgain() {
    refusals.add(withToken(refusal(Code.DEADLINE_EXCEEDED)));
    UpdateResult result =
        engine(
                program ->
                    program.thing(
                        "a",
                        PropertyValues.EMPTY,
                        request ->
                            request.setCustomTimeouts(
                                RegisterResourceRequest.CustomTimeouts.newBuilder()
                                    .setCreate("10m"))))
            .up();
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.TIMEOUT);
    assertThat(waits).isEmpty();
  }

  @Test
  void aCancelledRunWaitsForNoOtherTry() {
    refusals.add(refusal(Code.RESOURCE_EXHAUSTED));
    Engine engine = engine(program -> program.thing("a", PropertyValues.EMPTY));
    whileWaiting = engine::cancel;
    assertThat(failure(engine.up()).kind()).isEqualTo(Failure.Kind.CANCELLED);
    assertThat(cloud.resources()).isEmpty();
    assertThat(store.read().pending()).isEmpty();
  }

  @Test
  void whatWasMadeAShortWhileAgoIsLookedForAgain() {
    assertThat(up().failure()).isEmpty();
    hiddenReads = 2;
    UpdateResult result = engine(program -> {}).refresh();
    assertThat(result.unchanged()).isTrue();
    assertThat(waits).hasSize(2);
    assertThat(store.read().resources()).anyMatch(state -> state.urn().endsWith("::a"));
  }

  @Test
  void whatIsGoneForGoodIsGone() {
    assertThat(up().failure()).isEmpty();
    cloud.resources().keySet().forEach(cloud::delete);
    assertThat(engine(program -> {}).refresh().failure()).isEmpty();
    assertThat(store.read().resources()).noneMatch(state -> state.urn().endsWith("::a"));
    assertThat(waits).hasSize(3);
  }

  @Test
  void whatWasMadeLongAgoIsNotLookedForAgain() {
    assertThat(up().failure()).isEmpty();
    clock.pass(Duration.ofHours(1));
    cloud.resources().keySet().forEach(cloud::delete);
    assertThat(engine(program -> {}).refresh().failure()).isEmpty();
    assertThat(store.read().resources()).noneMatch(state -> state.urn().endsWith("::a"));
    assertThat(waits).isEmpty();
  }
}
