package dev.mlestate.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Operation;
import dev.mlestate.engine.event.Scarcity;
import dev.mlestate.engine.event.StepRecord;
import dev.mlestate.model.CapacityOption;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.ExhaustedOption;
import dev.mlestate.planning.NodePoolPlan;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which option of a pool is left out when a cloud has no machines for a part of it. */
class CapacityFallbackTest {
  private static EstatePlan plan(String file) {
    return new PlanEnvironment()
        .plan(Path.of(System.getProperty("mlestate.root"), "environments", file))
        .plan();
  }

  private static UpdateResult failed(Operation operation, Scarcity scarcity, String... urns) {
    List<StepRecord> steps =
        List.of(urns).stream()
            .map(
                urn ->
                    new StepRecord(
                        operation,
                        urn,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        true,
                        operation))
            .toList();
    List<Failure> failures =
        List.of(urns).stream()
            .map(
                urn ->
                    new Failure(
                        Failure.Kind.NO_CAPACITY, urn, "none at present", Optional.of(scarcity)))
            .toList();
    return new UpdateResult(
        steps,
        new TreeMap<>(),
        PropertyValues.EMPTY,
        List.of(),
        new TreeMap<>(),
        Duration.ZERO,
        Optional.of(failures.get(0)),
        failures);
  }

  private static String urn(String resource) {
    return "urn:pulumi:prod::estate::mlestate:x:NodePool$" + resource;
  }

  private static boolean isNativePool(String type) {
    return type.endsWith("/nodeGroup:NodeGroup")
        || type.endsWith("/nodePool:NodePool")
        || type.endsWith(":AgentPool");
  }

  @ParameterizedTest
  @CsvSource({"prod-aws.yaml", "staging-gcp.yaml", "prod-azure.yaml"})
  void eachNativePoolIsAnOptionOfItsPool(String file) {
    EstatePlan plan = plan(file);
    Set<String> expected = new TreeSet<>();
    plan.clusters()
        .forEach(
            cluster ->
                cluster.nodePools().stream()
                    .filter(pool -> pool.capacity().size() > 1)
                    .forEach(
                        pool ->
                            pool.capacity()
                                .forEach(
                                    each ->
                                        expected.add(
                                            new ExhaustedOption(
                                                    cluster.name(), pool.name(), each.option())
                                                .toString()))));
    Set<String> found = new TreeSet<>();
    RecordedEstate.of(plan).resources().keySet().stream()
        .filter(resource -> isNativePool(resource.split("::", 2)[0]))
        .forEach(
            resource ->
                new CapacityFallback(plan)
                    .after(failed(Operation.CREATE, new Scarcity("", "", ""), urn(resource)))
                    .forEach(change -> found.add(change.option().toString())));
    assertThat(found).isEqualTo(expected).hasSizeGreaterThan(1);
  }

  private static final String GROUP = "aws:eks/nodeGroup:NodeGroup::platform-prod-train-h100-";

  /** The pool of prod-aws that has three options, after a run. */
  private static NodePoolPlan left(CapacityFallback fallback, EstatePlan plan) {
    return ExhaustedOption.without(plan, fallback.exhausted()).clusters().stream()
        .flatMap(cluster -> cluster.nodePools().stream())
        .filter(pool -> pool.name().equals("h100"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void optionsAreSpentOneAfterTheOtherUntilNoneIsLeft() {
    EstatePlan plan = plan("prod-aws.yaml");
    CapacityFallback fallback = new CapacityFallback(plan);
    for (CapacityOption option : List.of(CapacityOption.RESERVATION, CapacityOption.SPOT)) {
      List<CapacityFallback.Change> changes =
          fallback.after(
              failed(Operation.CREATE, new Scarcity("", "", ""), urn(GROUP + option.word())));
      assertThat(changes).extracting(change -> change.option().option()).containsExactly(option);
    }
    assertThat(left(fallback, plan).capacity())
        .extracting(capacity -> capacity.option())
        .containsExactly(CapacityOption.ON_DEMAND);
    assertThat(
            fallback.after(
                failed(Operation.CREATE, new Scarcity("", "", ""), urn(GROUP + "on-demand"))))
        .isEmpty();
    assertThat(fallback.changes()).hasSize(2);
  }

  @Test
  void allOptionsSpentAtOnceLeaveNone() {
    assertThat(
            new CapacityFallback(plan("prod-aws.yaml"))
                .after(
                    failed(
                        Operation.CREATE,
                        new Scarcity("", "", ""),
                        urn(GROUP + "reservation"),
                        urn(GROUP + "spot"),
                        urn(GROUP + "on-demand"))))
        .isEmpty();
  }

  @Test
  void whatExistsIsNotLeftOutBecauseItCannotGrow() {
    assertThat(
            new CapacityFallback(plan("prod-aws.yaml"))
                .after(failed(Operation.UPDATE, new Scarcity("", "", ""), urn(GROUP + "spot"))))
        .isEmpty();
  }

  @Test
  void aReservationThatIsMadeForAPoolIsTheOptionOfThatName() {
    EstatePlan plan = plan("prod-aws.yaml");
    assertThat(
            new CapacityFallback(plan)
                .after(
                    failed(
                        Operation.CREATE,
                        new Scarcity("p5.48xlarge", "us-east-1a", "reservation"),
                        urn(
                            "aws:ec2/capacityReservation:CapacityReservation::platform-prod-train-h100"))))
        .extracting(change -> change.option().toString())
        .containsExactly("train/h100/reservation");
  }

  @Test
  void machinesThatBelongToNoPoolHaveNoOption() {
    assertThat(
            new CapacityFallback(plan("prod-aws.yaml"))
                .after(
                    failed(
                        Operation.CREATE,
                        new Scarcity("p5.48xlarge", "", "on-demand"),
                        "urn:pulumi:prod::estate::aws:ec2/instance:Instance::train-h100-spot")))
        .isEmpty();
  }
}
