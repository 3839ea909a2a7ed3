package dev.mlestate.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  private static final String WRITE = "-XX:ArchiveClassesAtExit=";
  private static final String USE = "-XX:SharedArchiveFile=";

  @TempDir private Path folder;
  private Path jar = Path.of("");
  private Path cache = Path.of("");

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(folder.resolve("program.jar"), "one");
    cache = folder.resolve("cache");
  }

  private ClassArchive archive() {
    return ClassArchive.of(cache, jar).orElseThrow();
  }

  private static Path file(List<String> arguments) {
    assertThat(arguments).hasSize(1);
    return Path.of(arguments.get(0).substring(arguments.get(0).indexOf('=') + 1));
  }

  /** What a JVM does that ends well. */
  private Path written() throws IOException {
    ClassArchive archive = archive();
    Path fresh = Files.writeString(file(archive.arguments()), "classes");
    archive.ended(true);
    assertThat(fresh).doesNotExist();
    return file(archive().arguments());
  }

  @Test
  void theFirstRunWritesWhatLaterOnesUse() throws IOException {
    assertThat(archive().arguments().get(0)).startsWith(WRITE);

    Path file = written();

    assertThat(archive().arguments()).containsExactly(USE + file);
    assertThat(file).hasContent("classes");
  }

  @Test
  void nobodyElseCanWriteIt() throws IOException {
    Path file = written();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(archive().arguments()).isEmpty();
  }

  @Test
  void aFailedRunLeavesNothing() throws IOException {
    ClassArchive archive = archive();
    Files.writeString(file(archive.arguments()), "classes");
    archive.ended(false);

    assertThat(cache).isEmptyDirectory();
    assertThat(archive().arguments().get(0)).startsWith(WRITE);
  }

  @Test
  void aJarThatWasBuiltAnewHasNoneAndTheOldOneGoes() throws IOException {
    Path file = written();
    Files.writeString(jar, "another one");

    assertThat(archive().arguments().get(0)).startsWith(WRITE);
    assertThat(file).doesNotExist();
  }

  @Test
  void withoutAFolderOrAJarThereIsNone() throws IOException {
    assertThat(ClassArchive.of(cache, folder.resolve("gone.jar"))).isEmpty();
    Files.writeString(cache, "a file, not a folder");
    assertThat(archive().arguments()).isEmpty();
  }
}
