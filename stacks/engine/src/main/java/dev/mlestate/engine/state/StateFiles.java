package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, written whole or not at all. */
final class StateFiles {
  private StateFiles() {}

  /** Makes the folder, if need be. */
  static void createFolder(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, permissions(folder, "rwx------"));
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(folder, new IOException("no permission"));
    }
  }

  static void writeAtomically(Path file, byte[] content) {
    writeAtomically(Disk.REAL, file, content, () -> {});
  }

  /** What is done between the moments when the new content is safe and when it takes its place. */
  interface Before {
    void run() throws IOException;
  }

  /** Replaces the file's content so that a crash at any moment leaves the old or the new one. */
  static void writeAtomically(Disk disk, Path file, byte[] content, Before before) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(temporary);
      try (Disk.Output output = disk.create(temporary)) {
        output.write(content);
        output.force();
      } catch (IOException e) {
        // A disk that is full has better use for it.
        Files.deleteIfExists(temporary);
        throw e;
      }
      before.run();
      move(temporary, file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Renames a file, durably; what had the name before is gone. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(to.toAbsolutePath().resolveSibling(""));
  }

  /** Keeps what a file holds now under another name, too. */
  static void keep(Path file, Path as) throws IOException {
    Path temporary = as.resolveSibling(as.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    try {
      Files.createLink(temporary, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES);
    }
    move(temporary, as);
  }

  static FileChannel openForAppending(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        ownerOnly(file));
  }

  /** A rename is durable only when its folder is. */
  static void syncFolder(Path folder) throws IOException {
    if (!posix(folder)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static FileAttribute<?>[] ownerOnly(Path file) {
    return permissions(file, "rw-------");
  }

  private static FileAttribute<?>[] permissions(Path path, String text) {
    return posix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  static ProblemException unwritable(Path path, IOException cause) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            path.toString(),
            "the state cannot be written to " + path + " (" + reason(cause) + ")",
            "make the folder writable and see that its disk is not full; what was done is kept, and"
                + " the next run goes on from there"));
  }

  static ProblemException unreadable(Path path, IOException cause) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            path.toString(),
            "the state cannot be read from " + path + " (" + reason(cause) + ")",
            "make the file readable or name another folder for the state"));
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName().replace("Exception", "");
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return message == null || cause instanceof FileSystemException ? kind : message;
  }
}
