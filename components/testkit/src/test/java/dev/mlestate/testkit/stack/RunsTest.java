package dev.mlestate.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.testkit.PulumiEngine;
import dev.mlestate.testkit.graph.Graph;
import dev.mlestate.testkit.graph.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunsTest {
  @RegisterExtension
  static final PulumiEngine engine =
      PulumiEngine.with(
          PulumiEngine.settings()
              .organization("acme")
              .project("shop")
              .stack("dev")
              .parallel(2)
              .config("size", "3")
              .function(
                  "aws:index/getRegion:getRegion",
                  arguments ->
                      Map.of(
                          "id", "mars-1", "name", "mars-1", "endpoint", "e", "description", "d")));

  private static void told(Context context) {
    context.export("organization", com.pulumi.core.Output.of(context.organizationName()));
    context.export("stack", com.pulumi.core.Output.of(context.stackName()));
    context.export("size", com.pulumi.core.Output.of(context.config().requireInteger("size")));
    context.export("region", AwsFunctions.getRegion().applyValue(region -> region.name()));
  }

  @Test
  void aProgramIsToldItsStackItsConfigurationAndTheAnswersOfFunctions() {
    assertThat(engine.up(RunsTest::told))
        .hasOutput("organization", "acme")
        .hasOutput("stack", "dev")
        .hasOutput("size", 3)
        .hasOutput("region", "mars-1");
  }

  @Test
  void aTestMayChangeTheConfiguration() {
    engine.config("size", "5");

    Graph graph = engine.preview(RunsTest::told);

    assertThat(graph).hasOutput("size", 5);
    assertThat(graph.output("size")).isEqualTo(5L);
    assertThat(graph.isPreview()).isTrue();
  }

  @Test
  void eachTestHasAStackOfItsOwn() {
    assertThat(engine.up(Buckets.named("data"))).onlyCreates("data");
  }

  @Test
  void soHasThisOne() {
    assertThat(engine.up(Buckets.named("data"))).onlyCreates("data");
  }

  @Test
  void stacksRunAtTheSameTime() {
    List<CompletableFuture<Graph>> graphs =
        IntStream.range(0, 6)
            .mapToObj(
                index ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try (TestStack stack =
                              TestStack.open(PulumiEngine.settings().stack("s" + index).build())) {
                            return stack
                                .from(Buckets.named("data"))
                                .to(Buckets.data("name-of-" + index, "team-" + index));
                          }
                        }))
            .toList();

    for (int i = 0; i < graphs.size(); i++) {
      assertThat(graphs.get(i).join())
          .hasOutput("team", "team-" + i)
          .hasResources(1)
          .replaces("data");
    }
  }

  @Test
  void aProgramThatThrowsSaysWhy() {
    assertThatThrownBy(
            () ->
                engine.up(
                    context -> {
                      throw new IllegalStateException("no size");
                    }))
        .isInstanceOfSatisfying(
            RunFailure.class,
            failure -> assertThat(failure.failure().kind()).isEqualTo(Failure.Kind.PROGRAM))
        .hasMessage("the program failed: java.lang.IllegalStateException: no size")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void missingConfigurationIsNamed() {
    assertThatThrownBy(() -> engine.preview(context -> context.config().require("colour")))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("shop:colour");
  }

  @Test
  void whatTheCloudRefusesIsNamedAndTheRestIsThere() {
    assertThatThrownBy(
            () ->
                engine.up(
                    context -> {
                      Vpc good =
                          new Vpc("good", VpcArgs.builder().cidrBlock("10.0.0.0/16").build());
                      good.id()
                          .applyValue(
                              id -> new Vpc("bad", VpcArgs.builder().cidrBlock("wrong").build()));
                    }))
        .isInstanceOfSatisfying(
            RunFailure.class,
            failure -> {
              assertThat(failure.failure().urn()).endsWith("::bad");
              assertThat(failure.graph()).resource("good").isCreated();
              assertThat(failure.graph()).hasNoResource("bad");
            })
        .hasMessageContaining("cidrBlock");
  }

  @Test
  void anotherThreadBelongsToNoTest() {
    assertThatThrownBy(
            () -> CompletableFuture.runAsync(() -> engine.preview(Buckets.named())).join())
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("use the TestStack that the test takes as a parameter");
  }

  @Test
  void settingsAndValuesThatCannotBe() {
    assertThatThrownBy(() -> PulumiEngine.settings().parallel(0))
        .hasMessage("at least one step at a time, not 0");
    assertThatThrownBy(() -> Values.of(new Object())).hasMessageContaining("java.lang.Object");
    try (TestStack stack = TestStack.open(PulumiEngine.settings().aws("12", "us-east-1").build())) {
      assertThatThrownBy(() -> stack.up(Buckets.named("data")))
          .hasMessageContaining("twelve digits");
    }
  }

  @Test
  void anEnvironmentBringsTheRulesOfItsOrganisation() {
    Path environments = Path.of(System.getProperty("mlestate.root")).resolve("environments");
    try (TestStack stack =
        TestStack.open(
            PulumiEngine.settings()
                .aws("333344445555", "us-east-1")
                .environment(environments.resolve("dev-aws.yaml"))
                .build())) {
      assertThat(stack.preview(Buckets.named("data")))
          .violates("CST-08", "data")
          .violates("LOG-04");
      assertThat(engine.preview(Buckets.named("data")).findings())
          .noneMatch(finding -> finding.id().equals("LOG-04"));
    }
  }
}
