package dev.mlestate.conformance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillRunTest {
  private static final int KILLS = 12;
  private static final long SEED = 12;

  @TempDir Path folder;

  @Test
  void nothingIsLostOrphanedOrRecordedTwice() {
    List<String> log = new ArrayList<>();
    KillReport report =
        new KillRun(folder, System.getProperty("java.class.path"), SEED, log::add).kill(KILLS);
    assertThat(report.broken()).as("seed %d: %s", SEED, log).isEmpty();
    assertThat(report.total()).isEqualTo(KILLS);
    assertThat(report.kills().keySet()).as("points of several kinds").hasSizeGreaterThan(3);
  }
}
