package dev.mlestate.engine.state;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a state is written through. Whoever tests a full or failing disk puts another one here. */
public interface Disk {
  /** The real one. */
  Disk REAL = RealFile::new;

  /** A new, empty file that only its owner may read; it must not exist. */
  Output create(Path file) throws IOException;

  /** A file under way. What is written goes to its end. */
  interface Output extends AutoCloseable {
    void write(byte[] content) throws IOException;

    /** Cuts the file to its first bytes. */
    void truncate(long length) throws IOException;

    /** Waits until everything written is on the disk. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
  }

  /** No channel: an interrupt of the thread that writes would close it for all. */
  final class RealFile implements Output {
    private final RandomAccessFile file;

    RealFile(Path path) throws IOException {
      Files.createFile(path, StateFiles.ownerOnly(path));
      this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void write(byte[] content) throws IOException {
      file.write(content);
    }

    @Override
    public void truncate(long length) throws IOException {
      file.setLength(length);
      file.seek(length);
    }

    @Override
    public void force() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
