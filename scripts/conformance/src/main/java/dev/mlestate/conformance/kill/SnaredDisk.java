package dev.mlestate.conformance.kill;

import dev.mlestate.conformance.kill.KillPoint.Kind;
import dev.mlestate.engine.state.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The real disk, with a snare before, within and after each write. */
record SnaredDisk(Snare snare) implements Disk {
  @Override
  public Output create(Path file) throws IOException {
    return new SnaredOutput(snare, Disk.REAL.create(file));
  }

  private record SnaredOutput(Snare snare, Output output) implements Output {
    @Override
    public void write(byte[] content) throws IOException {
      snare.pass(Kind.WRITE);
      int half = content.length / 2;
      output.write(Arrays.copyOf(content, half));
      snare.pass(Kind.TORN);
      output.write(Arrays.copyOfRange(content, half, content.length));
      snare.pass(Kind.UNFORCED);
    }

    @Override
    public void truncate(long length) throws IOException {
      output.truncate(length);
    }

    @Override
    public void force() throws IOException {
      output.force();
      snare.pass(Kind.FORCED);
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }
}
