package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second run away from a state. On one host the operating system's lock tells, which ends
 * with its process; the file says who holds it, which is all that another host can see.
 */
final class StateLock implements AutoCloseable {
  // POSIX frees all locks that a process has on a file when it closes any channel to it: a second
  // attempt in this process must not even open the file.
  private static final Map<Path, LockHolder> HELD = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final FileLock lock;
  private final Path file;
  private final Optional<LockHolder> left;

  private StateLock(Path file, FileChannel channel, FileLock lock, Optional<LockHolder> left) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
    this.left = left;
  }

  /**
   * Takes the lock.
   *
   * @throws ProblemException if somebody has it: a process of this host, or, as far as the file
   *     says, one of another host
   */
  static StateLock acquire(Path file, LockHolder holder) {
    return acquire(file, holder, false);
  }

  private static StateLock acquire(Path file, LockHolder holder, boolean regardless) {
    Path held = realPath(file);
    @Nullable LockHolder other = HELD.putIfAbsent(held, holder);
    if (other != null) {
      throw taken(file, Optional.of(other));
    }
    boolean acquired = false;
    try {
      FileChannel channel = StateFiles.openForAppending(file);
      try {
        @Nullable FileLock lock = channel.tryLock();
        Optional<LockHolder> left = LockHolder.parse(read(channel));
        if (lock == null) {
          throw taken(file, left);
        }
        if (!regardless && left.isPresent() && !left.get().host().equals(holder.host())) {
          throw foreign(file, left.get());
        }
        write(channel, holder.text());
        acquired = true;
        return new StateLock(held, channel, lock, left);
      } finally {
        if (!acquired) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    } finally {
      if (!acquired) {
        HELD.remove(held);
      }
    }
  }

  /** Who the file says has the lock; empty if nobody has. */
  static Optional<LockHolder> holder(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    @Nullable LockHolder here = HELD.get(realPath(file));
    if (here != null) {
      return Optional.of(here);
    }
    return StateFile.bytes(file).flatMap(LockHolder::parse);
  }

  /**
   * Frees the lock of a process that is gone.
   *
   * @return who had it; empty if nobody had
   * @throws ProblemException if a process of this host still has it
   */
  static Optional<LockHolder> clear(Path file, LockHolder by) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (StateLock lock = acquire(file, by, true)) {
      return lock.left;
    }
  }

  /** Who had the lock and did not free it; empty if the last one did. */
  Optional<LockHolder> left() {
    return left;
  }

  private static byte[] read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, buffer.position());
    }
    return buffer.array();
  }

  private static void write(FileChannel channel, byte[] content) throws IOException {
    channel.truncate(0);
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer, buffer.position());
    }
  }

  private static Path realPath(Path file) {
    try {
      return file.toAbsolutePath().resolveSibling("").toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  private static ProblemException taken(Path file, Optional<LockHolder> holder) {
    return refused(
        file,
        "another run is changing this stack"
            + holder.map(each -> ": that of " + each.described()).orElse(""),
        "wait until it has finished; the lock ends with its process");
  }

  private static ProblemException foreign(Path file, LockHolder holder) {
    return refused(
        file,
        "another run is changing this stack: that of "
            + holder.described()
            + ", which cannot be seen from this host",
        "wait until it has finished; if its process is gone, 'state unlock' frees the lock");
  }

  private static ProblemException refused(Path file, String reason, String remedy) {
    return new ProblemException(ErrorKind.OTHER, Problem.of(file.toString(), reason, remedy));
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
