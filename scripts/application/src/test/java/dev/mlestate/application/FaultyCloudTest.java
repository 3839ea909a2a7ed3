package dev.mlestate.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import dev.mlestate.engine.Engine;
import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.RetryPolicy;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.SimulatedAccount;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.simulated.fault.FaultPlan;
import dev.mlestate.simulated.fault.FaultSpecs;
import dev.mlestate.testkit.program.InProcessProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real program, the engine and a simulated AWS that fails; no time passes. */
class FaultyCloudTest {
  @TempDir private Path folder;
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());

  private SimulatedAccount account() {
    return SimulatedAws.open(CloudOptions.of(folder.resolve("cloud"), "111122223333"));
  }

  private Engine engine(String... faults) {
    FaultPlan plan = new FaultPlan(FaultSpecs.read(List.of(faults), Optional.empty()), slept::add);
    SimulatedAccount account = account();
    return Engine.builder()
        .program(InProcessProgram.of(FaultyCloudTest::program))
        .providers(new InProcessProviders(Map.of("aws", () -> account.provider(plan))))
        .store(
            StateStore.in(
                folder.resolve("state"),
                Map.of("PULUMI_CONFIG_PASSPHRASE", "test"),
                Clock.systemUTC()))
        .config(Map.of("aws:region", "us-east-1"))
        .retryPolicy(
            RetryPolicy.STANDARD.withWaiting(
                (duration, stopped) -> {
                  waits.add(duration);
                  return true;
                }))
        .build();
  }

  /** A network with a subnet, and another that has nothing to do with it. */
  private static void program(Context context) {
    Vpc first = new Vpc("first", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
    var unused =
        new Subnet(
            "subnet",
            SubnetArgs.builder().vpcId(first.id()).cidrBlock("10.0.0.0/24").build(),
            CustomResourceOptions.builder()
                .customTimeouts(CustomTimeouts.builder().create(Duration.ofMinutes(5)).build())
                .build());
    var unusedOther = new Vpc("other", VpcArgs.builder().cidrBlock("10.1.0.0/16").build());
  }

  private List<String> inventory() {
    return account().inventory().stream()
        .map(ExistingResource::urn)
        .map(urn -> urn.substring(urn.lastIndexOf(':') + 1))
        .sorted()
        .toList();
  }

  private static Failure failure(UpdateResult result) {
    return result.failure().orElseThrow();
  }

  private void assertAgainFinishes() {
    assertThat(engine().up().failure()).isEmpty();
    assertThat(inventory()).containsExactly("first", "other", "subnet");
    assertThat(engine().up().unchanged()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "throttle:times=3;on=create,9",
    "timeout:name=first,1",
    "internal:type=aws:ec2/vpc:Vpc,2",
    "slow:duration=4m,0"
  })
  void whatPassesIsGotOverWithoutASecondResource(String fault, int tries) {
    UpdateResult result = engine(fault.replace(';', ',')).up();
    assertThat(result.failure()).isEmpty();
    assertThat(waits).hasSize(tries);
    assertThat(inventory()).containsExactly("first", "other", "subnet");
    assertThat(engine().up().unchanged()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "quota:type=*subnet:Subnet,QUOTA",
    "deny:name=subnet,DENIED",
    "throttle:name=subnet;times=always,STEP",
    "slow:name=subnet;duration=6m,TIMEOUT",
    "timeout:name=subnet,TIMEOUT"
  })
  void whatDoesNotPassFailsTheRunAndTheNextOneFinishes(String fault, Failure.Kind kind) {
    UpdateResult result = engine(fault.replace(';', ',')).up();
    assertThat(failure(result).kind()).isEqualTo(kind);
    assertThat(failure(result).urn()).endsWith("::subnet");
    assertThat(result.failures()).hasSize(1);
    assertThat(inventory()).contains("first").doesNotContain("subnet");
    assertAgainFinishes();
  }

  @Test
  void whatWasMadeBehindAnErrorIsFoundByTheNextRun() {
    UpdateResult result = engine("internal:name=first,times=always").up();
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.STEP);
    assertThat(failure(result).message()).contains("InternalFailure");
    assertAgainFinishes();
  }

  @Test
  void whatDoesNotDependOnTheFailureGoesOnWhenAsked() {
    UpdateResult result = engine("deny:name=first").up(RunOptions.NONE.withContinueOnError(true));
    assertThat(failure(result).kind()).isEqualTo(Failure.Kind.DENIED);
    assertThat(inventory()).containsExactly("other");
    assertAgainFinishes();
  }

  @Test
  void aReadThatLagsTakesNothingOutOfTheState() {
    assertThat(engine().up().failure()).isEmpty();
    UpdateResult refresh = engine("lag:times=2").refresh();
    assertThat(refresh.unchanged()).isTrue();
    assertThat(waits).hasSize(6);
    assertThat(engine().up().unchanged()).isTrue();
  }

  @Test
  void aDestructionGetsOverThrottlingToo() {
    assertThat(engine().up().failure()).isEmpty();
    assertThat(engine("throttle:on=delete,times=2").destroy().failure()).isEmpty();
    assertThat(waits).hasSize(6);
    assertThat(inventory()).isEmpty();
  }

  @Test
  void aCancelledRunFinishesTheCreationThatTakesLong() {
    CompletableFuture<Engine> engine = new CompletableFuture<>();
    FaultPlan plan =
        new FaultPlan(
            FaultSpecs.read(List.of("slow:name=first,duration=1h"), Optional.empty()),
            duration -> engine.orTimeout(20, TimeUnit.SECONDS).join().cancel());
    SimulatedAccount account = account();
    Engine slow =
        Engine.builder()
            .program(InProcessProgram.of(FaultyCloudTest::program))
            .providers(new InProcessProviders(Map.of("aws", () -> account.provider(plan))))
            .store(
                StateStore.in(
                    folder.resolve("state"),
                    Map.of("PULUMI_CONFIG_PASSPHRASE", "test"),
                    Clock.systemUTC()))
            .config(Map.of("aws:region", "us-east-1"))
            .build();
    engine.complete(slow);
    assertThat(failure(slow.up()).kind()).isEqualTo(Failure.Kind.CANCELLED);
    assertThat(inventory()).contains("first").doesNotContain("subnet");
    assertAgainFinishes();
  }
}
