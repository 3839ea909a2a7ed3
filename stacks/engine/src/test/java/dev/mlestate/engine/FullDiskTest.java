package dev.mlestate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.engine.FakeProgram.Body;
import dev.mlestate.engine.FakeProgram.Registered;
import dev.mlestate.engine.state.Disk;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.wire.PropertyValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, from any byte on, loses nothing. */
class FullDiskTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("PULUMI_CONFIG_PASSPHRASE", "test");
  private static final int MOMENTS = 24;

  @TempDir Path folder;

  /** Takes so many bytes and no more. */
  private static final class FullDisk implements Disk {
    private long left;
    private long taken;

    FullDisk(long left) {
      this.left = left;
    }

    @Override
    public Output create(Path file) throws IOException {
      Output output = Disk.REAL.create(file);
      return new Output() {
        @Override
        public void write(byte[] content) throws IOException {
          synchronized (FullDisk.this) {
            int fits = (int) Math.min(left, content.length);
            output.write(Arrays.copyOf(content, fits));
            left -= fits;
            taken += fits;
            if (fits < content.length) {
              throw new IOException("No space left on device");
            }
          }
        }

        @Override
        public void truncate(long length) throws IOException {
          output.truncate(length);
        }

        @Override
        public void force() throws IOException {
          output.force();
        }

        @Override
        public void close() throws IOException {
          output.close();
        }
      };
    }
  }

  private static final Body BODY =
      program -> {
        Registered a = program.thing("a", PropertyValues.object("size", 1));
        Registered b = program.thing("b", PropertyValues.object("takes", a.get("arn")), "takes", a);
        program.thing("c", PropertyValues.object("takes", b.get("arn")), "takes", b);
      };

  @Test
  void aFullDiskAtAnyByteLosesNothing() {
    FullDisk endless = new FullDisk(Long.MAX_VALUE);
    new Estate(new FakeCloud(), store(folder.resolve("whole"), endless)).up(BODY);
    for (int i = 0; i < MOMENTS; i++) {
      long room = endless.taken * i / MOMENTS;
      Path stack = folder.resolve("full-" + i);
      FakeCloud cloud = new FakeCloud();
      Estate full = new Estate(cloud, store(stack, new FullDisk(room)));
      boolean told;
      try {
        told = full.up(BODY).failure().isPresent();
      } catch (ProblemException e) {
        told = String.valueOf(e.getMessage()).contains("No space left on device");
      }
      assertThat(told).as("with room for %d bytes, the run says that it failed", room).isTrue();
      Estate next = new Estate(stack, cloud, ENVIRONMENT);
      assertThat(next.store.read().resources().size()).isLessThanOrEqualTo(5);
      assertThat(next.up(BODY).failure()).isEmpty();
      assertThat(cloud.resources()).as("with room for %d bytes", room).hasSize(3);
      assertThat(
              next.store.read().resources().stream()
                  .filter(each -> each.custom() && !each.isProvider())
                  .map(ResourceState::id))
          .containsExactlyInAnyOrderElementsOf(cloud.resources().keySet());
      assertThat(next.store.read().pending()).isEmpty();
    }
  }

  private static StateStore store(Path folder, Disk disk) {
    return StateStore.in(folder, ENVIRONMENT, Clock.systemUTC(), disk);
  }
}
