package dev.mlestate.simulated.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A file of checksummed JSON lines that only grows, until it is rewritten whole. What was appended
 * is on the disk when {@link #sync} returns. A last line that a crash cut off was never answered,
 * so it is ignored; any other damage is an error.
 */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final AtomicLong appended = new AtomicLong();
  private final Object syncing = new Object();
  private long synced;
  private long position;
  private int line;
  private @Nullable Object identity;

  Journal(Path file) {
    this.file = file;
  }

  /** Whether another process replaced the file, so that all of it must be read again. */
  boolean replaced() throws IOException {
    return identity != null && !identity.equals(identityOf());
  }

  void rewind() {
    position = 0;
    line = 0;
    identity = null;
  }

  private @Nullable Object identityOf() throws IOException {
    return Files.exists(file)
        ? Files.readAttributes(file, BasicFileAttributes.class).fileKey()
        : null;
  }

  /** The lines that came since the last call. */
  List<JsonNode> unread() throws IOException {
    if (!Files.exists(file) || Files.size(file) == position) {
      return List.of();
    }
    identity = identityOf();
    byte[] bytes;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size() - position));
      int read = 0;
      while (read >= 0 && buffer.hasRemaining()) {
        read = channel.read(buffer, position + buffer.position());
      }
      bytes = buffer.array();
    }
    List<JsonNode> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(decode(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
        start = i + 1;
      }
    }
    position += start;
    return lines;
  }

  private JsonNode decode(String text) {
    line++;
    int space = text.indexOf(' ');
    if (space > 0 && checksum(text.substring(space + 1)).equals(text.substring(0, space))) {
      try {
        return JSON.readTree(text.substring(space + 1));
      } catch (JsonProcessingException e) {
        throw damaged(Optional.of(e));
      }
    }
    throw damaged(Optional.empty());
  }

  private ProblemException damaged(Optional<Exception> cause) {
    ProblemException exception =
        new ProblemException(
            ErrorKind.CONFIGURATION,
            Problem.of(
                    file.toString(),
                    "the simulated cloud's record " + file + " is damaged at line " + line,
                    "restore the file from a backup, or delete its folder to start with an empty"
                        + " cloud")
                .at(new Place(file.toString(), line, 1)));
    cause.ifPresent(exception::initCause);
    return exception;
  }

  /** Adds lines in one write; they are on the disk after {@link #sync}. */
  void append(List<JsonNode> nodes) throws IOException {
    byte[] bytes = encode(nodes);
    boolean fresh = !Files.exists(file);
    if (fresh) {
      OwnerOnly.createFile(file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // What lies behind the position is a line that a crash cut off.
      channel.truncate(position);
      write(channel, bytes, position);
    }
    appended.incrementAndGet();
    if (fresh) {
      syncFolder();
    }
    identity = identityOf();
    position += bytes.length;
    line += nodes.size();
  }

  /** Replaces the whole file, so that either the old or the new one is there after a crash. */
  void rewrite(List<JsonNode> nodes) throws IOException {
    byte[] bytes = encode(nodes);
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    OwnerOnly.createFile(next);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      write(channel, bytes, 0);
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder();
    identity = identityOf();
    position = bytes.length;
    line = nodes.size();
  }

  private static void write(FileChannel channel, byte[] bytes, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, at + buffer.position());
    }
  }

  /** How often lines were appended so far. */
  long appended() {
    return appended.get();
  }

  /** Waits until the disk has what was appended; one wait serves all who wait for it. */
  void sync(long upTo) throws IOException {
    synchronized (syncing) {
      if (synced >= upTo) {
        return;
      }
      long present = appended.get();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(false);
      }
      synced = present;
    }
  }

  private void syncFolder() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static byte[] encode(List<JsonNode> nodes) {
    StringBuilder text = new StringBuilder();
    for (JsonNode node : nodes) {
      String json = node.toString();
      text.append(checksum(json)).append(' ').append(json).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String checksum(String json) {
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  long size() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
