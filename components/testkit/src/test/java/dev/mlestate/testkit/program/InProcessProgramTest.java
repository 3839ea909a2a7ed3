package dev.mlestate.testkit.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.core.Output;
import dev.mlestate.engine.Engine;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.SimulatedAccount;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.wire.PropertyValue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessProgramTest {
  @TempDir Path folder;

  private Engine engine(String stack, Consumer<Context> program) {
    SimulatedAccount aws =
        SimulatedAws.open(CloudOptions.of(folder.resolve(stack + "-aws"), "123456789012"));
    return Engine.builder()
        .program(InProcessProgram.of(program))
        .providers(new InProcessProviders(Map.of("aws", aws::provider)))
        .store(
            StateStore.in(
                folder.resolve(stack),
                Map.of("PULUMI_CONFIG_PASSPHRASE", "test"),
                Clock.systemUTC()))
        .project("kit")
        .stack(stack)
        .config(Map.of("aws:region", "us-east-1", "kit:size", "3"))
        .build();
  }

  private static void bucket(Context context) {
    BucketV2 bucket = new BucketV2("data-" + context.stackName());
    context.export("bucket", bucket.bucket());
    context.export("size", Output.of(context.config().requireInteger("size")));
  }

  @Test
  void registersExportsAndReadsTheConfiguration() {
    UpdateResult result = engine("dev", InProcessProgramTest::bucket).up();

    assertThat(result.failure()).isEmpty();
    assertThat(result.changeSummary()).containsExactlyEntriesOf(Map.of("create", 2));
    assertThat(result.outputs().members()).containsEntry("size", new PropertyValue.Num(3));
  }

  @Test
  void programsRunAtTheSameTime() {
    List<CompletableFuture<UpdateResult>> runs =
        IntStream.range(0, 8)
            .mapToObj(
                index ->
                    CompletableFuture.supplyAsync(
                        () -> engine("s" + index, InProcessProgramTest::bucket).up()))
            .toList();

    assertThat(runs)
        .allSatisfy(
            run ->
                assertThat(run.join().changeSummary())
                    .containsExactlyEntriesOf(Map.of("create", 2)));
    assertThat(runs.stream().map(run -> run.join().outputs().members()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void saysWhyItFailed() {
    UpdateResult result =
        engine(
                "dev",
                context -> {
                  throw new IllegalArgumentException("no such size");
                })
            .preview();

    assertThat(result.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.PROGRAM);
    assertThat(result.failure().orElseThrow().message()).contains("no such size");
  }

  @Test
  void aRunThatIsCancelledInterruptsTheProgram() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Engine engine =
        engine(
            "dev",
            context -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
              }
            });
    CompletableFuture<UpdateResult> run = CompletableFuture.supplyAsync(engine::up);

    begun.await();
    engine.cancel();

    interrupted.await();
    assertThat(run.join().failure().orElseThrow().kind()).isEqualTo(Failure.Kind.CANCELLED);
  }
}
