package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, with real processes and real signals. */
class InterruptTest {
  private static final int CANCELLED = 8;

  @TempDir private Path folder;

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void writeProgram() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, NetworkProgram.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(classPath().split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(folder.resolve("app.jar")), manifest).close();
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        "name: app\nruntime: {name: java, options: {binary: app.jar}}\n");
    Files.writeString(folder.resolve("Pulumi.dev.yaml"), "config:\n  aws:region: us-east-1\n");
  }

  /** A mlestate of its own, writing to files. */
  private Process start(String fault) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath(),
            "dev.mlestate.cli.launcher.Main",
            "up",
            "--program",
            folder.toString(),
            "--fault",
            fault);
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String text(String file) throws IOException {
    return Files.exists(folder.resolve(file)) ? Files.readString(folder.resolve(file)) : "";
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Process process, Condition condition) throws Exception {
    while (!condition.holds()) {
      assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("it still runs").isFalse();
    }
  }

  /** Whether the journal speaks of an operation on a resource that has begun. */
  private boolean began(String name) throws IOException {
    Path states = folder.resolve(".mlestate/dev");
    if (!Files.isDirectory(states)) {
      return false;
    }
    try (Stream<Path> files = Files.list(states)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (content.contains("creating") && content.contains("::" + name + "\"")) {
          return true;
        }
      }
    }
    return false;
  }

  /** As a terminal does it: to every process of the group. A child may end by itself meanwhile. */
  private static void interrupt(Process process) throws Exception {
    List<ProcessHandle> children = process.descendants().toList();
    assertThat(kill(process.pid())).isZero();
    for (ProcessHandle child : children) {
      int unused = kill(child.pid());
    }
  }

  private static int kill(long pid) throws Exception {
    return new ProcessBuilder("kill", "-INT", Long.toString(pid))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private JsonNode deployment() throws IOException {
    Invocation export = Invocation.of("stack", "export", "--program", folder.toString());
    assertThat(export.err()).isEmpty();
    return new ObjectMapper().readTree(export.out()).get("deployment");
  }

  private static List<String> names(JsonNode resources) {
    List<String> names = new ArrayList<>();
    resources.forEach(
        resource -> {
          String urn = resource.get("urn").asText();
          names.add(urn.substring(urn.lastIndexOf(':') + 1));
        });
    return names;
  }

  @Test
  void theFirstFinishesWhatIsInFlightTheSecondStopsAtOnceAndUpGoesOn() throws Exception {
    writeProgram();

    Process first = start("slow:name=network,duration=2s");
    await(first, () -> began("network"));
    interrupt(first);
    assertThat(first.waitFor()).isEqualTo(CANCELLED);
    assertThat(text("err")).contains("interrupted: what is in flight is finished and saved");
    assertThat(text("out")).contains("What exists and what does not", "subnet");
    JsonNode saved = deployment();
    assertThat(names(saved.get("resources"))).contains("network").doesNotContain("subnet");
    assertThat(saved.path("pending_operations")).isEmpty();

    Process second = start("slow:name=subnet,duration=1h");
    await(second, () -> began("subnet"));
    interrupt(second);
    await(second, () -> text("err").contains("interrupted:"));
    List<ProcessHandle> children = second.descendants().toList();
    interrupt(second);
    assertThat(second.waitFor()).isEqualTo(CANCELLED);
    assertThat(text("err")).contains("stopped;");
    for (ProcessHandle child : children) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }

    Invocation again = Invocation.of("up", "--program", folder.toString());
    assertThat(again.code()).isZero();
    assertThat(names(deployment().get("resources"))).contains("network", "subnet");
    assertThat(Optional.ofNullable(deployment().get("pending_operations")).map(JsonNode::size))
        .matches(size -> size.isEmpty() || size.get() == 0);
    Invocation gone = Invocation.of("destroy", "--yes", "--program", folder.toString());
    assertThat(gone.out()).contains("The simulated cloud is empty.");
  }
}
