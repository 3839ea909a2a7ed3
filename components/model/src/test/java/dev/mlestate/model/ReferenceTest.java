package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  @Test
  void thePageIsFresh() throws IOException {
    Golden.check(Path.of("docs/environment.md"), ReferenceWriter.page());
  }

  @Test
  void theSmallestFileHasTenLines() {
    assertThat(EnvironmentFixtures.SMALLEST.lines()).hasSize(10);
  }
}
