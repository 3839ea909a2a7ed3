package dev.mlestate.conformance.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.conformance.differential.provider.ProofCloud;
import dev.mlestate.conformance.differential.provider.ProofProvider;
import dev.mlestate.conformance.differential.provider.ProofProvider.Abilities;
import dev.mlestate.conformance.differential.provider.ProofServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** The real engine: the {@code pulumi} that is on PATH, with a local backend of its own. */
final class PulumiCli implements EngineUnderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_MINUTES = 5;

  private final Scenario scenario;
  private final Path folder;
  private final ProofCloud cloud;
  private final ProgramSource programs;
  private final ProofServer proof;
  private final ProofServer blunt;
  private final Set<String> stacks = new TreeSet<>();

  /**
   * A scenario's stacks in a folder of their own.
   *
   * @param programs where the CLI finds the scenario's programs
   */
  PulumiCli(Scenario scenario, Path folder, ProofCloud cloud, ProgramSource programs)
      throws IOException {
    this.scenario = scenario;
    this.folder = folder;
    this.cloud = cloud;
    this.programs = programs;
    this.proof = ProofServer.start(new ProofProvider(cloud, Abilities.FULL));
    this.blunt = ProofServer.start(new ProofProvider(cloud, Abilities.NONE));
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        "name: "
            + Scenario.PROJECT
            + "\nruntime: {name: java, options: {binary: "
            + programs.jar()
            + "}}\n");
  }

  /** Whether the CLI can be run here. */
  static boolean isOnPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Arrays.stream(path.split(File.pathSeparator, -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }

  @Override
  public Observation perform(Act act) {
    try {
      return observe(act);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Observation observe(Act act) throws IOException, InterruptedException {
    if (act instanceof Act.Command command) {
      select(command.stack());
      Trace preview = trace(command, true);
      Trace run = trace(command, false);
      return new Observation(
          act, Optional.of(preview), Optional.of(run), StateForm.of(exported(command.stack())));
    }
    if (act instanceof Act.Happening happening) {
      happening.change().accept(cloud);
      return new Observation(
          act, Optional.empty(), Optional.empty(), JsonNodeFactory.instance.objectNode());
    }
    Act.Edit edit = (Act.Edit) act;
    succeed(
        switch (edit.change()) {
          case DELETE -> List.of("state", "delete", Scenario.urn(edit.urn()), "--yes");
          case RENAME -> List.of("state", "rename", Scenario.urn(edit.urn()), edit.name(), "--yes");
          case UNPROTECT -> List.of("state", "unprotect", Scenario.urn(edit.urn()), "--yes");
        },
        Scenario.STACK);
    return new Observation(
        act, Optional.empty(), Optional.empty(), StateForm.of(exported(Scenario.STACK)));
  }

  /** Makes a stack when it is first needed. */
  private void select(String stack) throws IOException, InterruptedException {
    if (!stacks.add(stack)) {
      return;
    }
    Result made = run(List.of("stack", "init", stack));
    if (made.exitCode() != 0) {
      throw new IllegalStateException(made.output());
    }
    for (Map.Entry<String, String> entry : scenario.config().entrySet()) {
      String secrecy =
          scenario.secretConfig().contains(entry.getKey()) ? "--secret" : "--plaintext";
      succeed(List.of("config", "set", secrecy, entry.getKey(), entry.getValue()), stack);
    }
  }

  private Trace trace(Act.Command command, boolean preview)
      throws IOException, InterruptedException {
    programs.next(scenario, command);
    Path log = folder.resolve("events.json");
    Files.deleteIfExists(log);
    List<String> arguments = new ArrayList<>(verb(command.verb(), preview));
    arguments.addAll(List.of("--event-log", log.toString()));
    Flags flags = command.flags();
    if (flags.refresh()) {
      arguments.add("--refresh");
    }
    for (String target : flags.targets()) {
      arguments.addAll(List.of("--target", Scenario.urn(target)));
    }
    if (flags.targetDependents()) {
      arguments.add("--target-dependents");
    }
    if (flags.continueOnError() && !preview) {
      arguments.add("--continue-on-error");
    }
    arguments.addAll(List.of("--stack", command.stack()));
    Result result = run(arguments);
    return EventLog.read(log, result.exitCode(), result.output());
  }

  private static List<String> verb(Act.Command.Verb verb, boolean preview) {
    return switch (verb) {
      case UP -> preview ? List.of("preview") : List.of("up", "--yes", "--skip-preview");
      case REFRESH ->
          preview
              ? List.of("refresh", "--preview-only")
              : List.of("refresh", "--yes", "--skip-preview");
      case DESTROY ->
          preview
              ? List.of("destroy", "--preview-only")
              : List.of("destroy", "--yes", "--skip-preview");
    };
  }

  @Override
  public JsonNode exported(String stack) {
    try {
      // The checkpoint has the same form; the CLI is needed only where there is something to
      // decrypt.
      Path checkpoint =
          folder.resolve(".pulumi/stacks/" + Scenario.PROJECT + "/" + stack + ".json");
      String text = Files.readString(checkpoint, StandardCharsets.UTF_8);
      if (!text.contains("ciphertext")) {
        ObjectNode document = JSON.createObjectNode();
        document.set("deployment", JSON.readTree(text).path("checkpoint").path("latest"));
        return document;
      }
      return JSON.readTree(succeed(List.of("stack", "export", "--show-secrets"), stack));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String succeed(List<String> arguments, String stack)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--stack", stack));
    Result result = run(all);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(
          "pulumi " + String.join(" ", all) + " failed: " + result.output() + result.errors());
    }
    return result.output();
  }

  private record Result(int exitCode, String output, String errors) {}

  private Result run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("pulumi", "--non-interactive", "--color=never"));
    command.addAll(arguments);
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    Map<String, String> variables = builder.environment();
    variables.put("PULUMI_DEBUG_PROVIDERS", "proof:" + proof.port() + ",blunt:" + blunt.port());
    variables.put("PULUMI_DEBUG_COMMANDS", "true");
    variables.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    variables.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    variables.put("PULUMI_CONFIG_PASSPHRASE", "proofs");
    variables.put("PULUMI_HOME", folder.resolve("home").toString());
    variables.put("PULUMI_BACKEND_URL", "file://" + folder);
    variables.putAll(programs.variables());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("pulumi " + arguments + " did not end");
    }
    return new Result(
        process.exitValue(),
        Files.readString(output, StandardCharsets.UTF_8),
        Files.readString(errors, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    proof.close();
    blunt.close();
  }
}
