package dev.mlestate.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TagsTest {
  private static final Environment PROD =
      EnvironmentReader.read(
              Path.of(System.getProperty("mlestate.root"), "environments", "prod-aws.yaml"))
          .environment();

  @Test
  void sharedThingsBelongToTheEnvironment() {
    assertThat(Tags.of(PROD).shared())
        .containsExactly(
            Map.entry("cost-center", "ml-1234"),
            Map.entry("data-classification", "confidential"),
            Map.entry("environment", "prod"),
            Map.entry("estate", "vision"),
            Map.entry("owner", "ml-platform@example.com"),
            Map.entry("team", "shared"));
  }

  @Test
  void aTeamPaysForItsOwnThings() {
    assertThat(Tags.of(PROD).of(Optional.of("research")))
        .containsEntry("team", "research")
        .containsEntry("cost-center", "ml-2001");
  }

  @Test
  void withoutATeamTheEnvironmentPays() {
    assertThat(Tags.of(PROD).of(Optional.empty())).isEqualTo(Tags.of(PROD).shared());
  }
}
