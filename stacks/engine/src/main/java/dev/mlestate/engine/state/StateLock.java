package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps a second run away from a state; the operating system frees it with the process. */
final class StateLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;
  private final Path file;

  private StateLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  static StateLock acquire(Path file) {
    try {
      FileChannel channel = StateFiles.openForAppending(file);
      @Nullable FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw new ProblemException(
            ErrorKind.OTHER,
            Problem.of(
                file.toString(),
                "another run is changing this stack",
                "wait until it has finished; the lock ends with its process"));
      }
      return new StateLock(file, channel, lock);
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }
}
