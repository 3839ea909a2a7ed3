package dev.mlestate.testkit.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The components that a module's sources declare. */
final class ComponentSources {
  /** A class that can be made, not the base of others. */
  private static final Pattern COMPONENT =
      Pattern.compile("(?m)^public final class (\\w+)\\s+extends \\w*Component\\s");

  private ComponentSources() {}

  /** Their files by their names. */
  static Map<String, Path> of(Path root, String module) {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root.resolve("components/" + module + "/src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher component = COMPONENT.matcher(Files.readString(file));
        if (component.find()) {
          found.put(component.group(1), file);
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
