package dev.mlestate.simulated.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but their owner may read. */
final class OwnerOnly {
  private OwnerOnly() {}

  static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder.getFileSystem(), "rwx------"));
  }

  static void createFile(Path file) throws IOException {
    try {
      Files.createFile(file, attributes(file.getFileSystem(), "rw-------"));
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker: the file is there, as wanted.
      return;
    }
  }

  private static FileAttribute<?>[] attributes(FileSystem system, String permissions) {
    return system.supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
