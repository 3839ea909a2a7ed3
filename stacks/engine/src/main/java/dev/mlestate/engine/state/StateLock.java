package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a second run away from a state; the operating system frees it with the process. */
final class StateLock implements AutoCloseable {
  // POSIX frees all locks that a process has on a file when it closes any channel to it: a second
  // attempt in this process must not even open the file.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final FileChannel channel;
  private final FileLock lock;
  private final Path file;

  private StateLock(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  static StateLock acquire(Path file) {
    Path held = realPath(file);
    if (!HELD.add(held)) {
      throw taken(file);
    }
    boolean acquired = false;
    try {
      FileChannel channel = StateFiles.openForAppending(file);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw taken(file);
      }
      acquired = true;
      return new StateLock(held, channel, lock);
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    } finally {
      if (!acquired) {
        HELD.remove(held);
      }
    }
  }

  private static Path realPath(Path file) {
    try {
      return file.toAbsolutePath().resolveSibling("").toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  private static ProblemException taken(Path file) {
    return new ProblemException(
        ErrorKind.OTHER,
        Problem.of(
            file.toString(),
            "another run is changing this stack",
            "wait until it has finished; the lock ends with its process"));
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
