package dev.mlestate.engine.state;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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

  /** Replaces the file's content so that a crash at any moment leaves the old or the new one. */
  static void writeAtomically(Path file, byte[] content) {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(temporary);
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              permissions(file.toAbsolutePath().resolveSibling(""), "rw-------"))) {
        writeFully(channel, content);
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder(file.toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static FileChannel openForAppending(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        permissions(file.toAbsolutePath().resolveSibling(""), "rw-------"));
  }

  static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
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
            "make the folder writable or name another one for the state"));
  }

  static ProblemException unreadable(Path path, IOException cause) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(
            path.toString(),
            "the state cannot be read from " + path + " (" + reason(cause) + ")",
            "make the file readable or name another folder for the state"));
  }

  static ProblemException damaged(Path path, int line, int column, String reason, String remedy) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(path.toString(), path.getFileName() + " is damaged: " + reason, remedy)
            .at(new Place(path.toString(), line, column)));
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName().replace("Exception", "");
    return message == null || cause instanceof java.nio.file.FileSystemException ? kind : message;
  }
}
