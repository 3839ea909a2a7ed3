package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.FakeProgram.Registrar;
import dev.mlestate.engine.event.EventLog;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValue;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Resource.RegisterResourceRequest;

/** The events of a run in Pulumi's own form, compared with those of the Pulumi CLI. */
class EventLogTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "hunter2-is-a-secret";

  @TempDir private Path folder;

  /** What the recorded program does. */
  private static void program(Registrar registrar, String name, boolean second, boolean fails) {
    Registered group = registrar.component("app:index:Group", "group", registrar.stack);
    registrar.outputs(group.urn, PropertyValues.object("hello", "world"));
    PropertyValue color = PropertyValues.secret(PropertyValues.of(SECRET));
    Registered first =
        registrar.thing(
            "first",
            PropertyValues.object("name", name, "color", color, "asset", asset()),
            request -> request.clearVersion().setParent(group.urn));
    registrar.outputs(
        registrar.stack, PropertyValues.object("arn", first.get("arn"), "secret", color));
    Obj properties = PropertyValues.object("name", "two", "color", first.get("arn"));
    if (fails) {
      properties = PropertyValues.with(properties, "fail", PropertyValues.of("create"));
    }
    if (second) {
      var unused =
          registrar.thing(
              "second",
              properties,
              request ->
                  request
                      .clearVersion()
                      .addDependencies(first.urn)
                      .putPropertyDependencies(
                          "color",
                          RegisterResourceRequest.PropertyDependencies.newBuilder()
                              .addUrns(first.urn)
                              .build()));
    }
  }

  private static PropertyValue asset() {
    return new PropertyValue.Asset(
        Optional.of("the text of a file"), Optional.empty(), Optional.empty(), "abc");
  }

  @Test
  void everyEventIsTheOneThatThePulumiCliWrites() throws IOException {
    Estate estate = new Estate(folder.resolve("state"));
    estate.config = Map.of("fake:region", "here");
    Map<String, Function<Engine, UpdateResult>> runs = new LinkedHashMap<>();
    runs.put("preview", Engine::preview);
    runs.put("up", Engine::up);
    runs.put("same", Engine::up);
    runs.put("replace", Engine::up);
    runs.put("refresh", Engine::refresh);
    runs.put("fail", Engine::up);
    runs.put("destroy", Engine::destroy);
    for (Map.Entry<String, Function<Engine, UpdateResult>> run : runs.entrySet()) {
      String scenario = run.getKey();
      Path file = folder.resolve(scenario + ".json");
      estate.listener = EventLog.to(file, Clock.systemUTC());
      boolean before = List.of("preview", "up", "same").contains(scenario);
      boolean fails = scenario.equals("fail");
      UpdateResult result =
          run.getValue()
              .apply(
                  estate.engine(
                      registrar ->
                          program(registrar, before ? "one" : "changed", before || fails, fails)));
      assertThat(result.succeeded()).as(scenario).isEqualTo(!fails);
      String text = Files.readString(file);
      assertThat(text).doesNotContain(SECRET).doesNotContain("the text of a file");
      List<JsonNode> events = new ArrayList<>();
      for (String line : text.lines().toList()) {
        events.add(JSON.readTree(line));
      }
      assertThat(events.get(0).at("/preludeEvent/config/fake:region").asText()).isEqualTo("here");
      assertThat(events).extracting(event -> event.get("sequence").asInt()).isSorted();
      List<String> told = events.stream().flatMap(event -> EventText.of(event).stream()).toList();
      // What does not depend on each other may come in another order.
      assertThat(byResource(told)).as(scenario).isEqualTo(byResource(recorded(scenario)));
      assertThat(told.get(told.size() - 1)).isEqualTo("cancel");
    }
  }

  private static List<String> recorded(String scenario) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            EventLogTest.class.getResourceAsStream("events/" + scenario + ".txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Map<String, List<String>> byResource(List<String> lines) {
    Map<String, List<String>> byResource = new java.util.TreeMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", 4);
      byResource
          .computeIfAbsent(words.length > 2 ? words[2] : "", key -> new ArrayList<>())
          .add(line);
    }
    return byResource;
  }

  @Test
  void theFileIsBegunAnewAndIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("events.json");
    Files.writeString(file, "what another run wrote, and much longer than nothing\n".repeat(1000));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Estate estate = new Estate(folder.resolve("state"));
    estate.listener = EventLog.to(file, Clock.systemUTC());
    assertThat(estate.preview(registrar -> {}).succeeded()).isTrue();
    assertThat(Files.readString(file)).startsWith("{\"sequence\":0,").doesNotContain("another run");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatCannotBeWrittenIsAProblemBeforeAnythingIsDone() {
    Estate estate = new Estate(folder.resolve("state"));
    estate.listener = EventLog.to(folder.resolve("no/such/folder/events.json"), Clock.systemUTC());
    assertThatThrownBy(() -> estate.up(registrar -> {}))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("event log");
    assertThat(estate.cloud.takeLog()).isEmpty();
  }
}
