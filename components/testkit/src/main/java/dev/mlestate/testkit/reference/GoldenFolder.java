package dev.mlestate.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Generated files: {@code -Dgolden.update=true} writes them, and else they must be as generated.
 */
public final class GoldenFolder {
  private static final String HINT = "run the tests with -Dgolden.update=true";

  private GoldenFolder() {}

  /** Holds one file to its text. */
  public static void checkFile(Path file, String text) {
    if (updating()) {
      write(file, text);
    }
    assertThat(file).as(HINT).hasContent(text);
  }

  /** Holds a folder to its files by name; there are no others. */
  static void check(Path folder, Map<String, String> texts) {
    if (updating()) {
      Set<String> stale = names(folder);
      stale.removeAll(texts.keySet());
      stale.forEach(name -> delete(folder.resolve(name)));
      texts.forEach((name, text) -> write(folder.resolve(name), text));
    }
    assertThat(names(folder)).as(HINT).isEqualTo(texts.keySet());
    texts.forEach((name, text) -> assertThat(folder.resolve(name)).as(HINT).hasContent(text));
  }

  private static boolean updating() {
    return Boolean.getBoolean("mlestate.golden.update");
  }

  private static Set<String> names(Path folder) {
    Set<String> names = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> names.add(folder.relativize(file).toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
