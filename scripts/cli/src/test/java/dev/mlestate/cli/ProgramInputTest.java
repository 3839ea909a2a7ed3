package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input for programs of one's own and for what works on their state. */
class ProgramInputTest {
  @TempDir private Path folder;

  private Invocation program(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--program";
    all[arguments.length + 1] = folder.toString();
    return Invocation.of(all);
  }

  private void project() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        "name: app\nruntime: {name: java, options: {binary: app.jar}}\n");
  }

  private void assertRefused(Invocation invocation, int code, String... fragments) {
    assertThat(invocation.err()).contains(fragments).contains("error: ").doesNotContain("\tat ");
    assertThat(invocation.code()).isEqualTo(code);
    assertThat(invocation.out()).isEmpty();
    assertThat(folder.resolve(".mlestate/dev/state.json")).doesNotExist();
  }

  @Test
  void aFolderWithoutAProject() {
    assertRefused(program("up"), 2, "no Pulumi program", "Pulumi.yaml");
  }

  @Test
  void aProjectThatIsNotYaml() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: [app");
    assertRefused(program("preview"), 2, "Pulumi.yaml:1:", "not YAML");
  }

  @Test
  void aProgramThatWasNotBuilt() throws IOException {
    project();
    assertRefused(program("up"), 2, "app.jar does not exist", "build the program first");
  }

  @Test
  void aProgramInAnotherLanguage() throws IOException {
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: app\nruntime: nodejs\n");
    assertRefused(program("up"), 2, "runs Java alone", "Pulumi CLI");
  }

  @Test
  void aConfigurationValueOfTheWrongType() throws IOException {
    Files.writeString(
        folder.resolve("Pulumi.yaml"),
        """
        name: app
        runtime: {name: java, options: {binary: app.jar}}
        config: {count: {type: integer}}
        """);
    Files.writeString(folder.resolve("Pulumi.dev.yaml"), "config:\n  count: many\n");
    assertRefused(program("up"), 2, "Pulumi.dev.yaml", "not of the type integer");
  }

  @Test
  void anEnvironmentAndAProgramOrNeither() throws IOException {
    project();
    assertRefused(program("up", "dev-aws.yaml"), 2, "two things");
    assertRefused(Invocation.of("up"), 2, "nothing is named");
    assertRefused(Invocation.of("up", "dev-aws.yaml", "--stack", "x"), 2, "--stack");
  }

  @Test
  void aTargetThatIsNoUrnAndAStackThatIsNoName() throws IOException {
    project();
    assertRefused(program("up", "--target", "bucket"), 2, "\"bucket\" is no URN");
    assertRefused(program("up", "--stack", "a/../b"), 2, "no name of a stack");
  }

  @Test
  void providersThatAreNoneAndAnAccountThatIsNone() throws IOException {
    project();
    String path = folder.toString();
    assertRefused(
        Invocation.with(Map.of("PULUMI_DEBUG_PROVIDERS", "aws"), "up", "--program", path),
        2,
        "PULUMI_DEBUG_PROVIDERS",
        "name:port");
    assertRefused(
        Invocation.with(Map.of("MLESTATE_SIMULATED_ACCOUNT", "?"), "up", "--program", path),
        3,
        "MLESTATE_SIMULATED_ACCOUNT");
  }

  @Test
  void anEventLogThatCannotBeWritten() throws IOException {
    project();
    assertRefused(
        program("preview", "--event-log", folder.resolve("no/such/file").toString()),
        2,
        "--event-log",
        "cannot be written");
  }

  @Test
  void aStackThatWasNeverBroughtUp() throws IOException {
    project();
    assertRefused(program("stack", "export"), 6, "no stack dev", "mlestate up --program");
    assertRefused(program("destroy", "--yes"), 6, "no stack dev");
    assertRefused(program("refresh"), 6, "no stack dev");
    assertRefused(program("state", "delete", "--all", "--yes"), 6, "no stack dev");
  }

  @Test
  void anImportOfWhatIsNoDeployment() throws IOException {
    project();
    Path file = folder.resolve("export.json");
    assertRefused(program("stack", "import", "--file", file.toString()), 2, "cannot be read");
    Files.writeString(file, "{\"version\": 3,\n oops");
    assertRefused(
        program("stack", "import", "--file", file.toString()), 2, "export.json:2:", "not JSON");
    Files.writeString(file, "[]");
    assertRefused(program("stack", "import", "--file", file.toString()), 2, "no deployment");
    Files.writeString(file, "{\"version\": 99, \"deployment\": {}}");
    assertRefused(program("stack", "import", "--file", file.toString()), 2, "version 99");
  }

  @Test
  void statesAreEditedByHand() throws IOException {
    project();
    String urn = "urn:pulumi:dev::app::app:index:Group::";
    Path file = folder.resolve("export.json");
    Files.writeString(
        file,
        """
        {"version": 3, "deployment": {"manifest": {"time": "2026-11-24T00:00:00Z", "version": "",
         "magic": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}, "resources": [
          {"urn": "%1$sa", "custom": false, "type": "app:index:Group", "protect": true},
          {"urn": "%1$sb", "custom": false, "type": "app:index:Group", "parent": "%1$sa"}]}}
        """
            .formatted(urn));
    Invocation imported = program("stack", "import", "--file", file.toString());
    assertThat(imported.code()).as(imported.err()).isZero();
    assertThat(imported.out()).contains("2 resources");

    Invocation notPending = program("refresh", "--import-pending-creates", urn + "b=id-1");
    assertThat(notPending.code()).isNotZero();
    assertThat(notPending.err()).contains(urn + "b");

    Invocation asks = program("state", "unprotect", urn + "a");
    assertThat(asks.code()).isEqualTo(2);
    assertThat(asks.err()).contains("--yes");
    assertThat(program("state", "delete", "--yes", urn + "a").code()).isNotZero();
    assertThat(program("state", "unprotect", "--yes", urn + "a").code()).isZero();
    assertThat(program("state", "rename", "--yes", urn + "b", "c").out()).contains(urn + "c");
    assertThat(program("state", "delete", "--yes", urn + "c").out()).contains("1 resource");
    assertThat(program("stack", "export").out()).contains(urn + "a").doesNotContain(urn + "b");
    assertThat(program("state", "repair").out()).contains("not damaged");
    assertThat(program("state", "unlock").out()).contains("nobody held the lock");
    assertThat(program("state", "delete", "--yes").err()).contains("no resource is named");
  }
}
