package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyValues;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

class StepsTest {
  @TempDir Path folder;
  private Estate estate;

  @BeforeEach
  void setUp() {
    estate = new Estate(folder);
  }

  private static Body thing(Object... properties) {
    return program -> program.thing("a", PropertyValues.object(properties));
  }

  /** A resource and one that takes its arn as {@code property}. */
  private static Body pair(String property, Object... properties) {
    return program -> {
      Registered a = program.thing("a", PropertyValues.object(properties));
      program.thing("b", PropertyValues.object(property, a.get("arn")), property, a);
    };
  }

  @Test
  void createsThenChangesNothingThenUpdates() {
    UpdateResult first = estate.up(thing("size", 1));
    assertThat(first.failure()).isEmpty();
    assertThat(Estate.steps(first)).containsExactly("create a");
    assertThat(first.changeSummary()).containsEntry("create", 2).hasSize(1);
    assertThat(first.unchanged()).isFalse();

    UpdateResult second = estate.up(thing("size", 1));
    assertThat(Estate.steps(second)).containsExactly("same a");
    assertThat(second.unchanged()).isTrue();

    estate.cloud.takeLog();
    UpdateResult third = estate.up(thing("size", 2));
    assertThat(Estate.steps(third)).containsExactly("update a");
    assertThat(third.steps().get(2).diffReasons()).containsExactly("size");
    assertThat(estate.cloud.takeLog()).containsExactly("update a");
    assertThat(PropertyValues.get(estate.resource("a").outputs(), "size"))
        .contains(PropertyValues.of(2));
  }

  @Test
  void theStateNamesDefaultProviderAsTheCliDoes() {
    estate.up(thing("size", 1));
    assertThat(estate.store.read().resources())
        .extracting(ResourceState::urn)
        .containsExactly(
            "urn:pulumi:dev::estate::pulumi:pulumi:Stack::estate-dev",
            "urn:pulumi:dev::estate::pulumi:providers:fake::default_1_2_3",
            "urn:pulumi:dev::estate::fake:index:Thing::a");
    ResourceState provider = estate.resource("default_1_2_3");
    assertThat(estate.resource("a").provider()).isEqualTo(provider.urn() + "::" + provider.id());
  }

  @Test
  void replacesWithTheNewOneFirst() {
    estate.up(pair("takes", "name", "one"));
    estate.cloud.takeLog();
    UpdateResult result = estate.up(pair("takes", "name", "two"));
    assertThat(Estate.steps(result))
        .containsExactly("create-replacement a", "replace a", "same b", "delete-replaced a");
    assertThat(estate.cloud.takeLog()).containsExactly("create a", "delete a");
    assertThat(result.changeSummary()).containsEntry("replace", 1).containsEntry("same", 2);
    assertThat(result.steps().get(2).replaceReasons()).containsExactly("name");
    assertThat(estate.names()).containsOnlyOnce("a");
  }

  @Test
  void deletesFirstWhereTheProviderDemandsItAndWhatDependsOnIt() {
    estate.up(pair("name", "single", "one"));
    estate.cloud.takeLog();
    UpdateResult result = estate.up(pair("name", "single", "two"));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result))
        .containsExactly(
            "delete-replaced b",
            "delete-replaced a",
            "replace a",
            "create-replacement a",
            "replace b",
            "create-replacement b");
    assertThat(estate.cloud.takeLog())
        .containsExactly("delete b", "delete a", "create a", "create b");
    assertThat(estate.up(pair("name", "single", "two")).unchanged()).isTrue();
  }

  @Test
  void aDependentThatAChangeOnlyUpdatesIsNotDeleted() {
    estate.up(pair("takes", "single", "one"));
    UpdateResult result = estate.up(pair("takes", "single", "two"));
    assertThat(Estate.steps(result))
        .containsExactly("delete-replaced a", "replace a", "create-replacement a", "same b");
  }

  @Test
  void whatWasDeletedFirstAndIsNoLongerRegisteredLeavesTheState() {
    estate.up(pair("name", "single", "one"));
    UpdateResult result = estate.up(thing("single", "two"));
    assertThat(Estate.steps(result)).contains("remove-pending-replace b");
    assertThat(estate.names()).doesNotContain("b");
    assertThat(estate.cloud.resources()).hasSize(1);
  }

  @Test
  void theProgramDecidesOverDeleteBeforeReplace() {
    Body first = options("name", "one", request -> request);
    estate.up(first);
    estate.cloud.takeLog();
    estate.up(
        options(
            "name",
            "two",
            request -> request.setDeleteBeforeReplace(true).setDeleteBeforeReplaceDefined(true)));
    assertThat(estate.cloud.takeLog()).containsExactly("delete a", "create a");
  }

  private static Body options(
      String key,
      Object value,
      java.util.function.UnaryOperator<RegisterResourceRequest.Builder> options) {
    return program -> program.thing("a", PropertyValues.object(key, value), options);
  }

  @Test
  void deletesWhatIsNoLongerRegisteredInReverseOrder() {
    estate.up(pair("takes", "size", 1));
    estate.cloud.takeLog();
    UpdateResult result = estate.up(program -> {});
    assertThat(Estate.steps(result)).containsExactly("delete b", "delete a");
    assertThat(estate.cloud.takeLog()).containsExactly("delete b", "delete a");
    assertThat(estate.names()).containsExactly("estate-dev");
  }

  @Test
  void destroyEmptiesStateAndCloud() {
    estate.up(pair("takes", "size", 1));
    UpdateResult result = estate.destroy();
    assertThat(result.failure()).isEmpty();
    assertThat(estate.cloud.resources()).isEmpty();
    assertThat(estate.store.read().resources()).isEmpty();
    assertThat(result.changeSummary()).containsEntry("delete", 3);
  }

  @Test
  void aProtectedResourceIsNeitherDeletedNorReplaced() {
    estate.up(options("name", "one", request -> request.setProtect(true)));
    UpdateResult replacing = estate.up(options("name", "two", request -> request.setProtect(true)));
    assertThat(replacing.failure().orElseThrow().message()).contains("protected");
    UpdateResult deleting = estate.up(program -> {});
    assertThat(deleting.failure().orElseThrow().message()).contains("protected");
    assertThat(estate.cloud.resources()).hasSize(1);
    assertThat(estate.destroy().failure()).isPresent();
    assertThat(estate.names()).contains("a", "estate-dev");
    estate.up(options("name", "one", request -> request.setProtect(false)));
    assertThat(estate.destroy().failure()).isEmpty();
  }

  @Test
  void aRetainedResourceStaysInTheCloud() {
    estate.up(options("size", 1, request -> request.setRetainOnDelete(true)));
    assertThat(estate.destroy().failure()).isEmpty();
    assertThat(estate.cloud.resources()).hasSize(1);
    assertThat(estate.store.read().resources()).isEmpty();
  }

  @Test
  void ignoredChangesAreNone() {
    estate.up(options("size", 1, request -> request));
    assertThat(
            Estate.steps(
                estate.up(options("size", 2, request -> request.addIgnoreChanges("size")))))
        .containsExactly("same a");
    assertThat(PropertyValues.get(estate.resource("a").inputs(), "size"))
        .contains(PropertyValues.of(1));
  }

  @Test
  void replaceOnChangesReplaces() {
    estate.up(options("size", 1, request -> request));
    UpdateResult result =
        estate.up(options("size", 2, request -> request.addReplaceOnChanges("size")));
    assertThat(Estate.steps(result))
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
  }

  @Test
  void aliasesFindWhatWasRenamed() {
    estate.up(pair("takes", "size", 1));
    Body renamed =
        program -> {
          Registered a =
              program.thing(
                  "renamed",
                  PropertyValues.object("size", 1),
                  request ->
                      request.addAliases(
                          Alias.newBuilder().setSpec(Alias.Spec.newBuilder().setName("a"))));
          program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
        };
    assertThat(Estate.steps(estate.up(renamed))).containsExactly("same renamed", "same b");
    assertThat(estate.names()).doesNotContain("a");
    assertThat(estate.resource("b").dependencies())
        .containsExactly("urn:pulumi:dev::estate::fake:index:Thing::renamed");
    assertThat(estate.up(renamed).unchanged()).isTrue();
  }

  @Test
  void childrenCarryTheirParentsTypesAndFollowItsAlias() {
    Body nested = nested("my:index:Group", false);
    estate.up(nested);
    assertThat(estate.resource("inner").urn())
        .isEqualTo("urn:pulumi:dev::estate::my:index:Group$fake:index:Thing::inner");
    UpdateResult result = estate.up(nested("my:index:Team", true));
    assertThat(Estate.steps(result)).containsExactly("same group", "same inner");
    assertThat(estate.resource("inner").urn())
        .isEqualTo("urn:pulumi:dev::estate::my:index:Team$fake:index:Thing::inner");
  }

  private static Body nested(String type, boolean alias) {
    return program -> {
      RegisterResourceRequest.Builder request =
          RegisterResourceRequest.newBuilder()
              .setType(type)
              .setName("group")
              .setParent(program.stack);
      if (alias) {
        request.addAliases(
            Alias.newBuilder().setSpec(Alias.Spec.newBuilder().setType("my:index:Group")));
      }
      String group = program.monitor.registerResource(request.build()).getUrn();
      program.thing("inner", PropertyValues.object("size", 1), child -> child.setParent(group));
      program.outputs(group, PropertyValues.object("done", true));
    };
  }

  @Test
  void outputsOfComponentsAndStackAreKept() {
    UpdateResult result =
        estate.up(
            program -> {
              Registered group = program.component("my:index:Group", "group", program.stack);
              program.outputs(group.urn, PropertyValues.object("ready", true));
              program.outputs(program.stack, PropertyValues.object("url", "x"));
            });
    assertThat(result.outputs()).isEqualTo(PropertyValues.object("url", "x"));
    assertThat(estate.resource("group").outputs()).isEqualTo(PropertyValues.object("ready", true));
    assertThat(estate.resource("estate-dev").outputs())
        .isEqualTo(PropertyValues.object("url", "x"));
  }

  @Test
  void childrenInheritProviderProtectionAndRetention() {
    Body body =
        program -> {
          Registered provider = program.provider("west", PropertyValues.object("region", "west"));
          String group =
              program
                  .monitor
                  .registerResource(
                      RegisterResourceRequest.newBuilder()
                          .setType("my:index:Group")
                          .setName("group")
                          .setParent(program.stack)
                          .setProtect(true)
                          .putProviders("fake", provider.reference())
                          .build())
                  .getUrn();
          program.thing("a", PropertyValues.EMPTY, request -> request.setParent(group));
        };
    assertThat(estate.up(body).failure()).isEmpty();
    assertThat(estate.resource("a").protect()).isTrue();
    assertThat(PropertyValues.get(estate.resource("a").outputs(), "arn"))
        .contains(PropertyValues.of("arn:west:a"));
    assertThat(estate.names()).doesNotContain("default_1_2_3");
  }

  @Test
  void configurationReachesDefaultProviders() {
    estate.config = java.util.Map.of("fake:region", "north");
    estate.up(thing("size", 1));
    assertThat(PropertyValues.get(estate.resource("a").outputs(), "arn"))
        .contains(PropertyValues.of("arn:north:a"));
    estate.config = java.util.Map.of("fake:region", "south");
    UpdateResult moved = estate.up(thing("size", 1));
    assertThat(Estate.steps(moved))
        .as("another region replaces the provider and what it manages")
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
    assertThat(estate.cloud.resources()).hasSize(1);
  }

  @Test
  void defaultsOfAReplacedResourceAreMadeAfresh() {
    estate.up(thing("name", "one", "wantsDefault", true));
    UpdateResult result = estate.up(thing("name", "two", "wantsDefault", true));
    assertThat(result.failure()).isEmpty();
    assertThat(PropertyValues.get(estate.resource("a").inputs(), "defaulted"))
        .contains(PropertyValues.of("for a"));
  }

  @Test
  void theEngineComparesWhereTheProviderDoesNot() {
    estate.up(thing("undecided", true, "size", List.of(1, 2)));
    assertThat(estate.up(thing("undecided", true, "size", List.of(1, 2))).unchanged()).isTrue();
    UpdateResult result = estate.up(thing("undecided", true, "size", List.of(1, 3)));
    assertThat(Estate.steps(result)).containsExactly("update a");
    assertThat(result.steps().get(2).detailedDiff().orElseThrow()).containsOnlyKeys("size[1]");
  }

  @Test
  void timeoutsReachTheProvider() {
    estate.up(
        options(
            "size",
            1,
            request ->
                request.setCustomTimeouts(
                    RegisterResourceRequest.CustomTimeouts.newBuilder().setCreate("1m30s"))));
    assertThat(estate.cloud.takeLog()).contains("timeout 90.0");
    assertThat(estate.resource("a").customTimeouts().create()).isEqualTo(90);
  }

  @Test
  void aTriggerThatChangesReplaces() {
    estate.up(trigger("one"));
    assertThat(estate.up(trigger("one")).unchanged()).isTrue();
    assertThat(Estate.steps(estate.up(trigger("two")))).contains("replace a");
  }

  private static Body trigger(String value) {
    return options(
        "size",
        1,
        request ->
            request.setReplacementTrigger(
                com.google.protobuf.Value.newBuilder().setStringValue(value)));
  }

  @Test
  void aNameMayBeGivenOnce() {
    UpdateResult result =
        estate.up(
            program -> {
              program.thing("a", PropertyValues.EMPTY);
              program.thing("a", PropertyValues.EMPTY);
            });
    assertThat(result.failure().orElseThrow())
        .satisfies(
            failure -> {
              assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
              assertThat(failure.message()).contains("Duplicate resource URN");
            });
  }
}
