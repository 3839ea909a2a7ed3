package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

class AliasesTest {
  private static final String GROUP = "urn:pulumi:dev::estate::my:index:Group::g";

  @TempDir Path folder;
  private Estate estate;

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  private static Alias spec(UnaryOperator<Alias.Spec.Builder> parts) {
    return Alias.newBuilder().setSpec(parts.apply(Alias.Spec.newBuilder())).build();
  }

  private static Body one(String name, UnaryOperator<RegisterResourceRequest.Builder> options) {
    return program -> {
      program.component("my:index:Group", "g", program.stack);
      program.thing(name, PropertyValues.object("size", 1), options);
    };
  }

  static Stream<Arguments> findsWhatHadAnotherName() {
    return Stream.of(
        Arguments.of(
            "name", one("old", r -> r), one("new", r -> r.addAliases(spec(s -> s.setName("old"))))),
        Arguments.of(
            "type",
            one("a", r -> r.setType("fake:index:Former")),
            one("a", r -> r.addAliases(spec(s -> s.setType("fake:index:Former"))))),
        Arguments.of(
            "parent",
            one("a", r -> r.setParent(GROUP)),
            one("a", r -> r.addAliases(spec(s -> s.setParentUrn(GROUP))))),
        Arguments.of(
            "no parent",
            one("a", r -> r.setParent("")),
            one("a", r -> r.setParent(GROUP).addAliases(spec(s -> s.setNoParent(true))))),
        Arguments.of(
            "all parts at once",
            one("old", r -> r.setType("fake:index:Former").setParent(GROUP)),
            one(
                "new",
                r ->
                    r.addAliases(
                        spec(
                            s ->
                                s.setName("old")
                                    .setType("fake:index:Former")
                                    .setParentUrn(GROUP))))),
        Arguments.of(
            "the second of several",
            one("older", r -> r),
            one(
                "new",
                r ->
                    r.addAliases(spec(s -> s.setName("old")))
                        .addAliases(spec(s -> s.setName("older"))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void findsWhatHadAnotherName(String what, Body before, Body after) {
    assertThat(estate.up(before).failure()).isEmpty();
    UpdateResult result = estate.up(after);
    assertThat(result.failure()).isEmpty();
    assertThat(result.unchanged()).as(what).isTrue();
    assertThat(estate.cloud.resources()).hasSize(1);
  }

  @Test
  void findsWhatWasInAnotherProject() {
    estate.up(one("a", r -> r));
    Engine moved =
        Engine.builder()
            .program(
                new FakeProgram(one("a", r -> r.addAliases(spec(s -> s.setProject("estate"))))))
            .providers(
                new dev.mlestate.engine.provider.InProcessProviders(
                    java.util.Map.of("fake", () -> new FakeProvider(estate.cloud, true))))
            .store(estate.store)
            .project("house")
            .build();
    UpdateResult result = moved.up();
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).contains("same a").doesNotContain("create a");
    assertThat(estate.resource("a").urn()).startsWith("urn:pulumi:dev::house::");
  }

  /** A component, one in it and one in that, each named after its parent. */
  private static Body nested(String name, Alias... aliases) {
    return program -> {
      RegisterResourceRequest.Builder outer =
          RegisterResourceRequest.newBuilder()
              .setType("my:index:Outer")
              .setName(name)
              .setParent(program.stack);
      for (Alias alias : aliases) {
        outer.addAliases(alias);
      }
      String urn = program.monitor.registerResource(outer.build()).getUrn();
      Registered inner = program.component("my:index:Inner", name + "-inner", urn);
      program.thing(name + "-inner-thing", PropertyValues.EMPTY, r -> r.setParent(inner.urn));
    };
  }

  @Test
  void grandchildrenFollowTheRenamingOfTheOutermost() {
    estate.up(nested("one"));
    UpdateResult result = estate.up(nested("two", spec(s -> s.setName("one"))));
    assertThat(result.failure()).isEmpty();
    assertThat(result.unchanged()).isTrue();
    UpdateResult again =
        estate.up(nested("three", spec(s -> s.setName("two")), spec(s -> s.setName("one"))));
    assertThat(again.unchanged()).isTrue();
    assertThat(estate.cloud.resources()).hasSize(1);
    assertThat(estate.names())
        .contains("three", "three-inner", "three-inner-thing")
        .doesNotContain("one-inner-thing", "two-inner-thing");
  }

  @Test
  void aChildMayChangeItsNameTogetherWithItsParent() {
    Body before =
        program -> {
          Registered group = program.component("my:index:Group", "old", program.stack);
          program.thing("child", PropertyValues.EMPTY, r -> r.setParent(group.urn));
        };
    Body after =
        program -> {
          String group =
              program
                  .monitor
                  .registerResource(
                      RegisterResourceRequest.newBuilder()
                          .setType("my:index:Band")
                          .setName("new")
                          .setParent(program.stack)
                          .addAliases(spec(s -> s.setName("old").setType("my:index:Group")))
                          .build())
                  .getUrn();
          program.thing(
              "kid",
              PropertyValues.EMPTY,
              r -> r.setParent(group).addAliases(spec(s -> s.setName("child"))));
        };
    estate.up(before);
    assertThat(estate.up(after).unchanged()).isTrue();
  }

  @Test
  void twoRegistrationsNeverShareOneResource() {
    estate.up(one("a", r -> r));
    Body both =
        program -> {
          program.thing("b", PropertyValues.EMPTY, r -> r.addAliases(spec(s -> s.setName("a"))));
          program.thing("c", PropertyValues.EMPTY, r -> r.addAliases(spec(s -> s.setName("a"))));
        };
    assertThat(estate.up(both).failure().orElseThrow().message())
        .contains("Duplicate resource alias", "::a'", "::b'");
  }
}
