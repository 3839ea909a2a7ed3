package dev.mlestate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {
  @TempDir private Path folder;

  private MeasuredProcess.Run run(String script) throws IOException, InterruptedException {
    return MeasuredProcess.run(
        List.of("sh", "-c", script), folder, Map.of("WORD", "hello"), folder.resolve("log"));
  }

  @Test
  void aRunTakesTimeAndItsChildrenAreSeen() throws Exception {
    MeasuredProcess.Run run = run("i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done; echo $WORD");

    assertThat(run.wall()).isPositive();
    assertThat(folder.resolve("log")).hasContent("hello");
  }

  @Test
  void aFailureSaysWhatWasPrinted() {
    assertThatThrownBy(() -> run("echo no such thing; exit 3"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with 3")
        .hasMessageContaining("no such thing");
  }
}
