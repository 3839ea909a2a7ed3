package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mlestate.application.ServeClouds;
import dev.mlestate.application.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program under the real Pulumi CLI, where that is on PATH. */
class PulumiCommandLineTest {
  @TempDir private Path folder;

  @Test
  void thePulumiCliBringsUpAndDestroysTheSameProgram() throws Exception {
    assumeTrue(
        onPath("pulumi") && onPath("pulumi-language-java"),
        "skipped: pulumi and pulumi-language-java are not on PATH");
    Checkout checkout = Checkout.in(folder);
    Path environment = Path.of(checkout.file("dev-aws.yaml"));
    Workspace workspace = Workspace.of(environment, Checkout.ROOT, Optional.of(folder));
    try (ServeClouds clouds = ServeClouds.start(workspace, Map.of())) {
      pulumi(clouds, "stack", "init", "dev-aws");
      pulumi(clouds, "config", "set", "estate:environmentFile", environment.toString());
      pulumi(clouds, "up", "--yes", "--skip-preview", "--stack", "dev-aws");
      String again = pulumi(clouds, "up", "--yes", "--skip-preview", "--stack", "dev-aws");
      assertThat(again)
          .contains("unchanged")
          .doesNotContainPattern("\\d+ (created|updated|replaced|deleted)");
      pulumi(clouds, "destroy", "--yes", "--skip-preview", "--stack", "dev-aws");
    }
  }

  private String pulumi(ServeClouds clouds, String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve("pulumi.log");
    List<String> command = new ArrayList<>(List.of("pulumi", "--non-interactive"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(program().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("PULUMI_DEBUG_PROVIDERS", clouds.debugProviders());
    builder.environment().put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    builder.environment().put("PULUMI_SKIP_UPDATE_CHECK", "true");
    builder.environment().put("PULUMI_CONFIG_PASSPHRASE", "test");
    builder.environment().put("PULUMI_HOME", folder.resolve("home").toString());
    builder.environment().put("PULUMI_BACKEND_URL", "file://" + folder);
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** A copy of the program's folder, so that the CLI writes its settings there. */
  private Path program() throws IOException {
    Path copy = folder.resolve("program");
    if (!Files.exists(copy)) {
      Path original = Checkout.ROOT.resolve("stacks/estate");
      Files.createDirectories(copy);
      Files.copy(original.resolve("Pulumi.yaml"), copy.resolve("Pulumi.yaml"));
      Files.createSymbolicLink(copy.resolve("target"), original.resolve("target"));
    }
    return copy;
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
  }
}
