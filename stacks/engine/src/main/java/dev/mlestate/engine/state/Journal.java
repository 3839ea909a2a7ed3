package dev.mlestate.engine.state;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run did to the state, one line per change, on disk before the run goes on.
 *
 * <p>The first line names the state that the journal continues, by its SHA-256; the last of a
 * finished run names the state that it led to.
 *
 * <p>After a write that failed, nothing more is written: what the disk has by then is not known. A
 * half line is cut off, or else ignored by who reads.
 */
final class Journal implements AutoCloseable {
  private final Path file;
  private final JournalCodec codec;
  private final Disk.Output output;
  private final Object forcing = new Object();
  private long written;
  private long forced;
  private @Nullable IOException broken;

  private Journal(Path file, JournalCodec codec, Disk.Output output) {
    this.file = file;
    this.codec = codec;
    this.output = output;
  }

  /** Starts an empty journal that continues the state of that digest. */
  static Journal create(
      Disk disk, Path file, DeploymentCodec deployments, String baseDigest, Secrets secrets) {
    try {
      Files.deleteIfExists(file);
      Disk.Output output = disk.create(file);
      Journal journal = new Journal(file, new JournalCodec(deployments), output);
      boolean begun = false;
      try {
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("base", baseDigest);
        secrets.provider().ifPresent(provider -> header.set("secrets_providers", provider));
        journal.append(header, true);
        StateFiles.syncFolder(file.toAbsolutePath().resolveSibling(""));
        begun = true;
        return journal;
      } finally {
        if (!begun) {
          output.close();
        }
      }
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  /** Ends an interrupted run's journal with the state that it led to. */
  static void seal(Disk disk, Path file, byte[] complete, String digest) {
    byte[] commit = JournalCodec.line(JsonNodeFactory.instance.objectNode().put("commit", digest));
    byte[] all = new byte[complete.length + commit.length];
    System.arraycopy(complete, 0, all, 0, complete.length);
    System.arraycopy(commit, 0, all, complete.length, commit.length);
    StateFiles.writeAtomically(disk, file, all, () -> {});
  }

  /** Writes an entry; a durable one is on disk when this returns. */
  void append(JournalEntry entry, boolean durable, Secrets secrets) {
    ObjectNode node = codec.encode(entry);
    // The first secret makes the salt, without which the entry could not be read.
    secrets.provider().ifPresent(provider -> node.set("secrets_providers", provider));
    append(node, durable);
  }

  void appendCommit(String digest) {
    append(JsonNodeFactory.instance.objectNode().put("commit", digest), true);
  }

  private void append(ObjectNode node, boolean durable) {
    byte[] line = JournalCodec.line(node);
    try {
      long end;
      synchronized (this) {
        write(line);
        end = written;
      }
      if (durable) {
        force(end);
      }
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }

  private void write(byte[] line) throws IOException {
    refuseBroken();
    try {
      output.write(line);
      written += line.length;
    } catch (IOException e) {
      broken = e;
      try {
        output.truncate(written);
      } catch (IOException alsoFailed) {
        e.addSuppressed(alsoFailed);
      }
      throw e;
    }
  }

  private synchronized void refuseBroken() throws IOException {
    IOException reason = broken;
    if (reason != null) {
      throw new IOException(reason.getMessage(), reason);
    }
  }

  /** One sync serves every entry written before it, so steps that end together share it. */
  private void force(long upTo) throws IOException {
    synchronized (forcing) {
      if (forced >= upTo) {
        return;
      }
      long end;
      synchronized (this) {
        refuseBroken();
        end = written;
      }
      try {
        output.force();
      } catch (IOException e) {
        synchronized (this) {
          broken = e;
        }
        throw e;
      }
      forced = end;
    }
  }

  @Override
  public void close() {
    try {
      output.close();
    } catch (IOException e) {
      throw StateFiles.unwritable(file, e);
    }
  }
}
