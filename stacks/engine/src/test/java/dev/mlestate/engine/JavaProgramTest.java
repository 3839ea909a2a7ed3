package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.program.JavaProgram;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaProgramTest {
  @TempDir private Path folder;

  private Engine engine() {
    return Engine.builder()
        .program(JavaProgram.in(folder))
        .providers((name, version) -> java.util.Optional.empty())
        .store(new Estate(folder.resolve("state")).store)
        .stack("dev")
        .config(Map.of("estate:file", "x"))
        .build();
  }

  @Test
  void aProgramSeesItsEnvironmentAndItsOwnWordsAreTheFailure()
      throws IOException, URISyntaxException {
    Path classes =
        Path.of(MainThatFails.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, MainThatFails.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, classes.toUri().toString());
    new JarOutputStream(Files.newOutputStream(folder.resolve("a.jar")), manifest).close();
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        "name: x\nruntime: {name: java, options: {binary: a.jar}}\n");
    UpdateResult result = engine().preview();
    assertThat(result.failure())
        .contains(new Failure(Failure.Kind.PROGRAM, "", "the environment file is missing"));
    assertThat(result.diagnostics())
        .extracting(Diagnostic::message)
        .contains("stack dev dry true", "config {\"estate:file\":\"x\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|is not YAML",
        "runtime: nodejs|names no Java program",
        "runtime: {name: java}|names no Java program",
        "{name: x, runtime: {name: java, options: {binary: gone.jar}}}|does not exist"
      })
  void aProjectWithoutAProgramIsAProblem(String project, String reason) throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), project);
    assertThatThrownBy(() -> engine().preview())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aFolderWithoutAProjectIsAProblem() {
    assertThatThrownBy(() -> engine().preview())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no Pulumi program");
  }
}
