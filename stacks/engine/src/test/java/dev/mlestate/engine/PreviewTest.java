package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.Urn;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.Sentinels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  private static final String THING = "urn:pulumi:dev::estate::fake:index:Thing::";

  @TempDir Path folder;
  private Path state;
  private Estate estate;

  @BeforeEach
  void setUp() {
    state = folder.resolve("state");
    estate = new Estate(state);
  }

  private static Body pair(Object... properties) {
    return program -> {
      Registered a = program.thing("a", PropertyValues.object(properties));
      program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
    };
  }

  private static ResourceState planned(UpdateResult result, String name) {
    return result.steps().stream()
        .filter(step -> new Urn(step.urn()).name().equals(name))
        .findFirst()
        .orElseThrow()
        .newState()
        .orElseThrow();
  }

  @Test
  void aFirstPreviewLeavesNotEvenAFolder() {
    UpdateResult result = estate.preview(pair("size", 1));
    assertThat(result.failure()).isEmpty();
    assertThat(Estate.steps(result)).containsExactly("create a", "create b");
    assertThat(state).doesNotExist();
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void noPreviewChangesDiskOrCloud() {
    estate.up(
        program -> {
          pair("size", 1, "name", "one").run(program);
          program.thing("gone", PropertyValues.EMPTY);
        });
    Map<String, String> files = Folders.contents(state);
    Map<String, PropertyValue.Obj> things = estate.cloud.resources();
    estate.cloud.takeLog();

    assertThat(Estate.steps(estate.preview(pair("size", 2, "name", "one"))))
        .containsExactly("update a", "same b", "delete gone");
    assertThat(Estate.steps(estate.preview(pair("size", 1, "name", "two"))))
        .contains("replace a", "delete gone");
    assertThat(Estate.steps(estate.preview(pair("single", "one", "name", "one"))))
        .contains("replace a");
    assertThat(Estate.steps(estate.engine(pair()).previewDestroy()))
        .containsExactlyInAnyOrder("delete a", "delete b", "delete gone");

    assertThat(Folders.contents(state)).isEqualTo(files);
    assertThat(estate.cloud.resources()).isEqualTo(things);
    assertThat(estate.cloud.takeLog()).isEmpty();
  }

  @Test
  void aPreviewPromisesTheStepsOfTheUpThatFollows() {
    Body first = pair("size", 1, "name", "one");
    Body second = pair("size", 2, "name", "one");
    for (Body body : List.of(first, second)) {
      List<String> promised = Estate.steps(estate.preview(body));
      assertThat(promised).isNotEmpty();
      assertThat(Estate.steps(estate.up(body))).containsExactlyElementsOf(promised);
    }
  }

  @Test
  void computedOutputsAreUnknownAndDependentsKeepTheirDependencies() {
    AtomicReference<PropertyValue> seen = new AtomicReference<>(PropertyValues.NULL);
    UpdateResult result =
        estate.preview(
            program -> {
              Registered a = program.thing("a", PropertyValues.object("size", 1));
              seen.set(a.get("arn"));
              assertThat(a.get("size")).isEqualTo(PropertyValues.of(1));
              assertThat(a.id).isEmpty();
              program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
            });
    assertThat(result.failure()).isEmpty();
    assertThat(seen.get()).isEqualTo(PropertyValues.UNKNOWN);
    ResourceState b = planned(result, "b");
    assertThat(b.inputs()).isEqualTo(PropertyValues.object("takes", PropertyValues.UNKNOWN));
    assertThat(b.dependencies()).containsExactly(THING + "a");
    assertThat(b.propertyDependencies()).containsEntry("takes", List.of(THING + "a"));
  }

  @Test
  void whatIsKnownOfListsAndMapsStaysKnown() {
    PropertyValue.Obj partly =
        PropertyValues.object(
            "list",
            List.of("known", PropertyValues.UNKNOWN),
            "map",
            PropertyValues.object("known", 1, "later", PropertyValues.UNKNOWN));
    UpdateResult result = estate.preview(program -> program.thing("a", partly));
    assertThat(result.failure()).isEmpty();
    assertThat(planned(result, "a").inputs()).isEqualTo(partly);
    JsonNode inputs = step(PreviewDocument.write(result), "a").at("/newState/inputs");
    assertThat(inputs.at("/list/0").asText()).isEqualTo("known");
    assertThat(inputs.at("/list/1").asText()).isEqualTo(Sentinels.UNKNOWN);
    assertThat(inputs.at("/map/known").asInt()).isEqualTo(1);
    assertThat(inputs.at("/map/later").asText()).isEqualTo(Sentinels.UNKNOWN);
  }

  private static JsonNode step(ObjectNode document, String name) {
    for (JsonNode step : document.get("steps")) {
      if (step.get("urn").asText().endsWith("::" + name)) {
        return step;
      }
    }
    throw new AssertionError("no step of " + name + " in " + document);
  }

  @Test
  void theDocumentHasTheFormOfThePulumiCli() {
    PropertyValue password = PropertyValues.secret(PropertyValues.of("hunter2"));
    estate.up(pair("name", "one", "password", password));
    UpdateResult result = estate.preview(pair("name", "two", "password", password));
    ObjectNode document = PreviewDocument.write(result);
    JsonNode a = step(document, "a");
    assertThat(a.get("op").asText()).isEqualTo("replace");
    assertThat(a.get("urn").asText()).isEqualTo(THING + "a");
    assertThat(a.get("provider").asText())
        .startsWith("urn:pulumi:dev::estate::pulumi:providers:fake::default_1_2_3::");
    assertThat(a.at("/oldState/inputs/name").asText()).isEqualTo("one");
    assertThat(a.at("/newState/inputs/name").asText()).isEqualTo("two");
    assertThat(a.at("/newState/inputs/password").asText()).isEqualTo("[secret]");
    assertThat(a.get("replaceReasons")).extracting(JsonNode::asText).containsExactly("name");
    assertThat(a.get("diffReasons")).extracting(JsonNode::asText).containsExactly("name");
    assertThat(a.at("/detailedDiff/name/kind").asText()).isEqualTo("update-replace");
    assertThat(a.at("/detailedDiff/name/inputDiff").asBoolean()).isTrue();
    assertThat(a.at("/oldState/delete").asBoolean()).as("the new one came first").isTrue();
    assertThat(a.at("/newState/outputs/arn").asText()).isEqualTo(Sentinels.UNKNOWN);
    assertThat(step(document, "b").get("newState").has("outputs"))
        .as("what a step begins with has no outputs yet")
        .isFalse();
    assertThat(step(document, "estate-dev").get("op").asText()).isEqualTo("same");
    assertThat(document.get("steps"))
        .as("one step per resource: no halves of a replacement, no default provider")
        .hasSize(3);
    assertThat(document.at("/changeSummary/replace").asInt()).isEqualTo(1);
    assertThat(document.toString()).doesNotContain("hunter2");
    JsonNode b = step(document, "b");
    assertThat(b.get("detailedDiff").isNull() || b.get("detailedDiff").isObject()).isTrue();
    assertThat(b.at("/newState/dependencies/0").asText()).isEqualTo(THING + "a");
  }

  @Test
  void diagnosticsAndHiddenConfigurationAreInTheDocument() {
    estate.config = Map.of("fake:region", "north");
    UpdateResult result =
        estate.preview(program -> program.thing("a", PropertyValues.object("bad", "too small")));
    ObjectNode document = PreviewDocument.write(result);
    assertThat(document.at("/config/fake:region").asText()).isEqualTo("north");
    assertThat(document.at("/diagnostics/0/severity").asText()).isEqualTo("error");
    assertThat(document.at("/diagnostics/0/message").asText()).contains("too small");
  }
}
