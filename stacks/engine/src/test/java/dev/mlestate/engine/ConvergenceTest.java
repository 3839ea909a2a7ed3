package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.FakeProgram.Registrar;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest.PropertyDependencies;

/** Whatever programs follow one another: the cloud, the state and the program agree in the end. */
class ConvergenceTest {
  private static final int SLOTS = 4;

  /**
   * A thing in one slot of a program.
   *
   * @param present whether the program has it
   * @param renamed whether it has its second name, with an alias for its first, or the reverse
   * @param changed the property that has its second value; "" for none
   * @param through the property by which it takes what it depends on; a change of it may replace it
   * @param needs the slots before it that it depends on
   */
  record Thing(
      boolean present, boolean renamed, String changed, String through, List<Boolean> needs) {
    String name(int slot) {
      return (renamed ? "second" : "first") + slot;
    }

    String formerName(int slot) {
      return (renamed ? "first" : "second") + slot;
    }
  }

  @Provide
  Arbitrary<List<List<Thing>>> histories() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<Thing> thing =
        Combinators.combine(
                Arbitraries.of(true, true, true, false),
                flag,
                Arbitraries.of("", "size", "name", "single", "undecided"),
                Arbitraries.of("takes", "name"),
                flag.list().ofSize(SLOTS))
            .as(Thing::new);
    return thing.list().ofSize(SLOTS).list().ofMinSize(1).ofMaxSize(4);
  }

  private static void register(Registrar program, List<Thing> things) {
    Map<Integer, Registered> made = new TreeMap<>();
    for (int slot = 0; slot < things.size(); slot++) {
      Thing thing = things.get(slot);
      if (thing.present()) {
        made.put(slot, register(program, slot, thing, made));
      }
    }
  }

  private static Registered register(
      Registrar program, int slot, Thing thing, Map<Integer, Registered> made) {
    Obj properties = PropertyValues.object("size", 1, "single", "one");
    if (!thing.changed().isEmpty()) {
      properties = PropertyValues.with(properties, thing.changed(), PropertyValues.of("two"));
    }
    List<Registered> needed = new ArrayList<>();
    made.forEach(
        (other, resource) -> {
          if (thing.needs().get(other)) {
            needed.add(resource);
          }
        });
    if (!needed.isEmpty()) {
      properties =
          PropertyValues.with(
              properties,
              thing.through(),
              PropertyValues.of(needed.stream().map(resource -> resource.get("arn")).toList()));
    }
    List<String> urns = needed.stream().map(resource -> resource.urn).toList();
    return program.thing(
        thing.name(slot), properties, request -> options(request, slot, thing, urns));
  }

  private static RegisterResourceRequest.Builder options(
      RegisterResourceRequest.Builder request, int slot, Thing thing, List<String> urns) {
    if (!urns.isEmpty()) {
      request
          .addAllDependencies(urns)
          .putPropertyDependencies(
              thing.through(), PropertyDependencies.newBuilder().addAllUrns(urns).build());
    }
    return request.addAliases(
        Alias.newBuilder().setSpec(Alias.Spec.newBuilder().setName(thing.formerName(slot))));
  }

  @Property(tries = 30)
  void cloudStateAndProgramAgree(@ForAll("histories") List<List<Thing>> history)
      throws IOException {
    Path folder = Files.createTempDirectory("convergence");
    try {
      Estate estate = new Estate(folder);
      for (List<Thing> things : history) {
        UpdateResult promised = estate.preview(program -> register(program, things));
        assertThat(promised.failure()).isEmpty();
        UpdateResult first = estate.up(program -> register(program, things));
        assertThat(first.failure()).isEmpty();
        assertAgree(estate, things);
        UpdateResult second = estate.up(program -> register(program, things));
        assertThat(Estate.steps(second)).allMatch(step -> step.startsWith("same "));
        assertThat(second.unchanged()).isTrue();
        assertAgree(estate, things);
      }
      assertThat(estate.destroy().failure()).isEmpty();
      assertThat(estate.cloud.resources()).isEmpty();
      assertThat(estate.store.read().resources()).isEmpty();
    } finally {
      remove(folder);
    }
  }

  private static void assertAgree(Estate estate, List<Thing> things) {
    List<ResourceState> states =
        estate.store.read().resources().stream()
            .filter(state -> state.custom() && !state.isProvider())
            .toList();
    List<String> wanted = new ArrayList<>();
    for (int slot = 0; slot < things.size(); slot++) {
      if (things.get(slot).present()) {
        wanted.add("urn:pulumi:dev::estate::fake:index:Thing::" + things.get(slot).name(slot));
      }
    }
    assertThat(states).extracting(ResourceState::urn).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(states.stream().collect(Collectors.toMap(ResourceState::id, ResourceState::outputs)))
        .isEqualTo(estate.cloud.resources());
    assertDependenciesComeFirst(estate.store.read().resources());
  }

  private static void assertDependenciesComeFirst(List<ResourceState> states) {
    List<String> seen = new ArrayList<>();
    for (ResourceState state : states) {
      assertThat(seen).containsAll(state.dependencies());
      seen.add(state.urn());
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
