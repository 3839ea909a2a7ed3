package dev.mlestate.engine.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The classes of one program as the JVM keeps them in memory, so that they need not be read and
 * verified at each start.
 *
 * <p>A cache: the first run that ends well writes it, later ones begin with it. Its name tells the
 * jar and the Java that it is for, the JVM itself refuses one that is not of its jars, and without
 * it everything works as well, if later. Nobody but the owner can write it.
 */
final class ClassArchive {
  private static final String PREFIX = "classes-";
  private static final String SUFFIX = ".jsa";
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path file;
  private final Path fresh;

  private ClassArchive(Path folder, String name) {
    this.file = folder.resolve(name);
    this.fresh = folder.resolve(name + ".new");
  }

  /**
   * The archive of a jar and of the Java that runs this engine, in a folder that need not exist.
   */
  static Optional<ClassArchive> of(Path folder, Path jar) {
    try {
      String identity =
          String.join(
              "\n",
              jar.toAbsolutePath().toString(),
              Long.toString(Files.size(jar)),
              Files.getLastModifiedTime(jar).toString(),
              System.getProperty("java.home", ""),
              System.getProperty("java.runtime.version", ""));
      CRC32 sum = new CRC32();
      sum.update(identity.getBytes(StandardCharsets.UTF_8));
      return Optional.of(
          new ClassArchive(folder, PREFIX + Long.toHexString(sum.getValue()) + SUFFIX));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What a JVM is started with to use the archive, or to write it where there is none. */
  List<String> arguments() {
    try {
      if (Files.exists(file)) {
        return isSafe() ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
      }
      Path folder = fresh.toAbsolutePath().resolveSibling("");
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, ownerOnly(folder));
      }
      forgetOthers(folder);
      return List.of("-XX:ArchiveClassesAtExit=" + fresh);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Keeps what a run that ended well has written, and nothing of another one. */
  void ended(boolean well) {
    try {
      if (well && Files.size(fresh) > 0) {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      // The run has ended well or not, whatever becomes of its cache.
    }
  }

  private boolean isSafe() throws IOException {
    return !posix(file)
        || Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS_WRITE::contains);
  }

  /** Archives of jars that were built anew since. */
  private static void forgetOthers(Path folder) throws IOException {
    try (DirectoryStream<Path> archives =
        Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX + "*")) {
      for (Path archive : archives) {
        Files.deleteIfExists(archive);
      }
    }
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return posix(folder)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
