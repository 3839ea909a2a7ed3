package dev.mlestate.conformance.differential;

import com.pulumi.Context;
import dev.mlestate.conformance.differential.provider.ProofServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** Where the real engine finds a scenario's programs. */
interface ProgramSource extends AutoCloseable {
  /** The jar that Pulumi.yaml names. */
  String jar();

  /** What the CLI's environment needs to have for it. */
  Map<String, String> variables();

  /** Says which program the next run runs. */
  void next(Scenario scenario, Act.Command command);

  @Override
  void close();

  /** Programs within this JVM, which needs no language host on PATH. */
  final class Hosted implements ProgramSource {
    private final HostedPrograms programs = new HostedPrograms();
    private final ProofServer server = ProofServer.start(programs);

    @Override
    public String jar() {
      return "program.jar";
    }

    @Override
    public Map<String, String> variables() {
      return Map.of("PULUMI_DEBUG_LANGUAGES", "java:" + server.port());
    }

    @Override
    public void next(Scenario scenario, Act.Command command) {
      Consumer<Context> program = command.program();
      programs.host(program);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** A real jar, which the language host on PATH runs in a JVM of its own. */
  final class Jar implements ProgramSource {
    private final Path jar;
    private final Map<String, String> variables = new TreeMap<>();

    /** Writes a jar without classes, which refers to this process's class path. */
    Jar(Path folder, String mainClass) throws IOException {
      jar = Files.createDirectories(folder).resolve("program.jar");
      Manifest manifest = new Manifest();
      Attributes attributes = manifest.getMainAttributes();
      attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
      attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
      attributes.put(
          Attributes.Name.CLASS_PATH,
          Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
              .map(entry -> Path.of(entry).toUri().toString())
              .collect(Collectors.joining(" ")));
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file, manifest)) {
        out.finish();
      }
    }

    @Override
    public String jar() {
      return jar.toString();
    }

    @Override
    public Map<String, String> variables() {
      return variables;
    }

    @Override
    public void next(Scenario scenario, Act.Command command) {
      variables.put("MLESTATE_PROOF_SCENARIO", scenario.name());
      variables.put("MLESTATE_PROOF_ACT", Integer.toString(scenario.acts().indexOf(command)));
    }

    @Override
    public void close() {
      // The folder is its maker's.
    }
  }
}
