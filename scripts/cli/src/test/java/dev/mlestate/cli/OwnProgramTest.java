package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Value;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Pulumi program that is not ours, with a provider that somebody else has started. */
class OwnProgramTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "hunter2-is-a-password";

  @TempDir private Path folder;

  private void writeProgram() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, OwnProgram.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, classPath());
    new JarOutputStream(Files.newOutputStream(folder.resolve("app.jar")), manifest).close();
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        "name: app\nruntime: {name: java, options: {binary: app.jar}}\n");
    Files.writeString(
        folder.resolve("Pulumi.dev.yaml"),
        "config:\n  password: " + PASSWORD + "\n  thing:region: here\n");
  }

  private static String classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  private Invocation mlestate(ThingProvider provider, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--program";
    all[arguments.length + 1] = folder.toString();
    Map<String, String> variables = new TreeMap<>();
    variables.put("PULUMI_DEBUG_PROVIDERS", provider.debugProviders());
    return Invocation.with(variables, all);
  }

  @Test
  void comesUpDriftsIsRefreshedMovesAndGoes() throws IOException {
    writeProgram();
    Path log = folder.resolve("events.json");
    try (ThingProvider provider = new ThingProvider()) {
      Invocation up = mlestate(provider, "up", "--yes", "--event-log", log.toString());
      assertThat(up.err()).doesNotContain("error:").doesNotContain("\tat ");
      assertThat(up.out())
          .contains("create            thing:index:Thing first", "arn: arn:second")
          .contains(folder.resolve(".mlestate/dev/state.json").toString())
          .doesNotContain("simulated", PASSWORD);
      assertThat(up.code()).isZero();
      assertThat(provider.things).hasSize(2);
      assertThat(provider.configuration.getFieldsOrThrow("region").getStringValue())
          .isEqualTo("here");
      assertThat(provider.engine).startsWith("127.0.0.1:");
      assertEvents(log);

      Invocation refused = mlestate(provider, "destroy");
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains("--yes");

      String id = provider.things.keySet().iterator().next();
      provider.things.computeIfPresent(
          id,
          (key, thing) ->
              thing.toBuilder()
                  .putFields("color", Value.newBuilder().setStringValue("drifted").build())
                  .build());
      Invocation refresh = mlestate(provider, "refresh");
      assertThat(refresh.code()).as(refresh.err()).isZero();
      assertThat(refresh.out()).contains("update").contains("first");

      Invocation exported = mlestate(provider, "stack", "export");
      assertThat(exported.code()).isZero();
      assertThat(exported.out()).contains("drifted").doesNotContain(PASSWORD);
      assertThat(mlestate(provider, "stack", "export", "--show-secrets").out()).contains(PASSWORD);

      Invocation destroy = mlestate(provider, "destroy", "--yes");
      assertThat(destroy.code()).as(destroy.err()).isZero();
      assertThat(provider.things).isEmpty();
    }
  }

  private static void assertEvents(Path log) throws IOException {
    String text = Files.readString(log);
    assertThat(text).endsWith("\n");
    // The first event is the configuration, as plain as in the stack's file.
    assertThat(text.lines().skip(1)).noneMatch(line -> line.contains(PASSWORD));
    int creates = 0;
    JsonNode last = JSON.nullNode();
    for (String line : text.lines().toList()) {
      last = JSON.readTree(line);
      creates += last.at("/resOutputsEvent/metadata/op").asText().equals("create") ? 1 : 0;
    }
    // Two things, their provider and the stack.
    assertThat(creates).isEqualTo(4);
    assertThat(last.has("cancelEvent")).isTrue();
  }

  @Test
  void aRunningProviderIsNotChangedWithoutConsent() throws IOException {
    writeProgram();
    try (ThingProvider provider = new ThingProvider()) {
      Invocation up = mlestate(provider, "up");
      assertThat(up.code()).isEqualTo(2);
      assertThat(up.err()).contains("may change a real cloud", "--yes");
      assertThat(up.out()).contains("+ create");
      assertThat(provider.things).isEmpty();
      assertThat(folder.resolve(".mlestate/dev/state.json")).doesNotExist();
    }
  }
}
