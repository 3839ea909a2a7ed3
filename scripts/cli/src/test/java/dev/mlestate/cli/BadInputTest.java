package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input ends in one message with its place and remedy, the right code, and no stack trace. */
class BadInputTest {
  @TempDir private Path folder;

  @Test
  void aMissingFile() {
    assertRefused(Invocation.of("up", folder.resolve("none.yaml").toString()), 2, "none.yaml");
  }

  @Test
  void aFileThatIsNotYaml() throws IOException {
    Path file = folder.resolve("dev-aws.yaml");
    Files.writeString(file, "estate: [vision\nregion: }");
    Files.copy(
        Checkout.ROOT.resolve("environments/organisation.yaml"),
        folder.resolve("organisation.yaml"));
    assertRefused(Invocation.of("validate", file.toString()), 2, "dev-aws.yaml:2:");
  }

  @Test
  void anUnknownKey() {
    assertRefused(edited("network:", "netwrok:"), 2, "netwrok", "network");
  }

  @Test
  void aKeyThatIsInNoVersionYet() {
    assertRefused(edited("budget:", "pipelines: {kind: airflow}\nbudget:"), 2, "pipelines");
  }

  @Test
  void aWrongUnit() {
    assertRefused(edited("memoryGib: 16}", "memoryGib: 16Gi}"), 2, "memoryGib");
  }

  @Test
  void anAddressRangeTooSmallForTheNodes() {
    assertRefused(edited("10.42.0.0/16", "10.42.0.0/24"), 2, "network.cidr", "/");
  }

  @Test
  void anAccountThatTheOrganisationDoesNotList() {
    assertRefused(
        edited("\"333344445555\"", "\"999988887777\""), 2, "organisation.yaml:", "dev-aws.yaml:");
  }

  @Test
  void aTpuOnAws() {
    assertRefused(
        edited("accelerator: {type: L4, perNode: 1}", "tpu: {type: v5e, topology: 4x4}"), 2, "TPU");
  }

  @Test
  void moreThanTheOrganisationAllows() {
    assertRefused(
        edited("nodes: {min: 0, max: 3}", "nodes: {min: 0, max: 30}"),
        2,
        "dev-aws.yaml:",
        "organisation.yaml:");
  }

  @Test
  void aStateFolderThatCannotBeWritten() throws IOException {
    Checkout checkout = Checkout.in(folder);
    Path occupied = folder.resolve("state");
    Files.writeString(occupied, "a file where a folder should be");
    Invocation up =
        Invocation.of("up", "--state-dir", occupied.toString(), checkout.file("dev-aws.yaml"));
    assertThat(up.code()).isEqualTo(2);
    assertThat(up.err()).contains("state").doesNotContain("\tat ");
    assertThat(Files.readString(occupied)).isEqualTo("a file where a folder should be");
  }

  @Test
  void aDamagedState() throws IOException {
    Checkout checkout = Checkout.in(folder);
    Path state = folder.resolve(".mlestate/dev-aws/state.json");
    Files.createDirectories(state.getParent());
    Files.writeString(state, "{\"version\": 3, \"deployment\": {");
    Invocation up = Invocation.of("up", checkout.file("dev-aws.yaml"));
    assertThat(up.code()).isEqualTo(2);
    assertThat(up.err()).contains("state.json").doesNotContain("\tat ");
    assertThat(Files.readString(state)).isEqualTo("{\"version\": 3, \"deployment\": {");
  }

  @Test
  void aStackThatWasNeverBroughtUp() {
    Checkout checkout = Checkout.in(folder);
    assertRefused(
        Invocation.of("stack", "export", checkout.file("dev-aws.yaml")), 6, "no stack dev-aws");
    assertRefused(Invocation.of("destroy", "--yes", checkout.file("dev-aws.yaml")), 6, "dev-aws");
  }

  @Test
  void aDestructionThatNobodyCanConfirm() {
    Checkout checkout = Checkout.in(folder);
    assertRefused(Invocation.of("destroy", checkout.file("dev-aws.yaml")), 2, "--yes");
  }

  @Test
  void noStepsAtOnce() {
    String file = Checkout.in(folder).file("dev-aws.yaml");
    assertRefused(Invocation.of("up", "--parallel", "0", file), 2, "--parallel", "1 or more");
  }

  @Test
  void anUnknownCommandAndAnUnknownOption() {
    assertThat(Invocation.of("upp").code()).isEqualTo(2);
    assertThat(Invocation.of("upp").err()).contains("Did you mean: mlestate up");
    assertThat(Invocation.of("plan", "--fromat", "x", "f").code()).isEqualTo(2);
  }

  private Invocation edited(String before, String after) {
    Checkout checkout = Checkout.in(folder);
    checkout.edit(
        "dev-aws.yaml",
        text ->
            text.replaceFirst(
                java.util.regex.Pattern.quote(before),
                java.util.regex.Matcher.quoteReplacement(after)));
    return Invocation.of("up", checkout.file("dev-aws.yaml"));
  }

  private void assertRefused(Invocation invocation, int code, String... fragments) {
    assertThat(invocation.err()).contains(fragments).contains("error: ").doesNotContain("\tat ");
    assertThat(invocation.code()).isEqualTo(code);
    assertThat(invocation.out()).isEmpty();
    assertThat(folder.resolve(".mlestate")).doesNotExist();
  }
}
