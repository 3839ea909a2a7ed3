package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The other environments, and what stops an up. */
class UpTest {
  @TempDir private Path folder;

  @Test
  void prodComesUp() {
    Invocation up = Invocation.of("up", Checkout.in(folder).file("prod-aws.yaml"));
    assertThat(up.err()).doesNotContain("error:").doesNotContain("\tat ");
    assertThat(up.out()).contains("Outputs");
    assertThat(up.code()).isZero();
  }

  @Test
  void aMandatoryRuleThatFailsStopsBeforeAnythingIsCreated() {
    Checkout checkout = Checkout.in(folder);
    checkout.edit(
        "staging-aws.yaml",
        text -> text.replace("h100: {hoursPerDay: 2}", "h100: {hoursPerDay: 24}"));

    Invocation up = Invocation.of("up", checkout.file("staging-aws.yaml"));

    assertThat(up.code()).isEqualTo(5);
    assertThat(up.out()).contains("CST-06", "nothing was created").doesNotContain("[1/");
    assertThat(folder.resolve(".mlestate/staging-aws/state.json")).doesNotExist();
  }
}
