package dev.mlestate.engine.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a run does to a file, an event a line, as {@code pulumi up --event-log FILE} does.
 *
 * <p>The file is begun anew with the run and is its owner's alone. Each line is handed to the
 * operating system whole, so that a crash leaves whole lines. Secrets are hidden.
 */
public final class EventLog implements EngineListener {
  private final Path file;
  private final Clock clock;
  private final EventJson json = new EventJson();
  private @Nullable FileChannel channel;
  private Optional<String> failure = Optional.empty();
  private int sequence;

  private EventLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** A log of one run; the file is made when the run begins. */
  public static EventLog to(Path file, Clock clock) {
    return new EventLog(file, clock);
  }

  /**
   * Writes an event.
   *
   * @throws ProblemException if the file cannot be made when the run begins
   */
  @Override
  public void on(EngineEvent event) {
    if (event instanceof EngineEvent.Began) {
      open();
    }
    List<ObjectNode> lines = json.of(event);
    for (ObjectNode line : lines) {
      write(line);
    }
    if (event instanceof EngineEvent.Ended) {
      close();
    }
  }

  /** Why the log ends before the run, such as a full disk; empty: it goes on. */
  public Optional<String> failure() {
    return failure;
  }

  private void open() {
    try {
      Path folder = file.toAbsolutePath().getParent();
      boolean posix =
          folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] ownerOnly =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly);
      if (posix && Files.isRegularFile(file)) {
        // One that was there may be open to others, and what it held is another run's.
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        channel.truncate(0);
      }
      sequence = 0;
    } catch (IOException e) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "--event-log",
              "the event log %s cannot be written (%s)"
                  .formatted(file, e.getClass().getSimpleName().replace("Exception", "")),
              "name a file in a folder that exists and may be written"));
    }
  }

  private void write(ObjectNode content) {
    FileChannel target = channel;
    if (target == null || failure.isPresent()) {
      return;
    }
    ObjectNode line = EventJson.stamped(content, sequence, clock.instant().getEpochSecond());
    sequence++;
    try {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        target.write(bytes);
      }
    } catch (IOException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void close() {
    FileChannel target = channel;
    channel = null;
    try {
      if (target != null) {
        target.close();
      }
    } catch (IOException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
