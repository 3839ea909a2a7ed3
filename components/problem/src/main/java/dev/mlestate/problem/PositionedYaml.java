package dev.mlestate.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A YAML file as a tree that knows where everything stands.
 *
 * <p>Scalars are resolved by YAML 1.2's core schema ({@code no} and {@code 012} are text, not false
 * and ten), as editors do it. Duplicate keys, tags, merge keys and more than one document are
 * refused.
 *
 * @param tree a mapping
 */
public record PositionedYaml(JsonNode tree, Places places) {
  /** Files are written by people; more than this is a mistake. */
  static final int MAX_BYTES = 1 << 20;

  /**
   * Reads a file.
   *
   * @throws ProblemException of kind CONFIGURATION if it cannot be read or is not a YAML mapping
   */
  public static PositionedYaml read(Path path) {
    String file = path.toString().replace('\\', '/');
    if (Files.isDirectory(path)) {
      throw refused(file, "it is a directory, not a file", "name the file itself");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw refused(file, "there is no such file", nearestFile(path));
    } catch (AccessDeniedException e) {
      throw refused(file, "it may not be read", "give yourself the right to read it");
    } catch (IOException e) {
      throw refused(
          file, "it cannot be read: " + e.getMessage(), "check the path and the file system");
    }
    if (bytes.length > MAX_BYTES) {
      throw refused(file, "it is larger than 1 MiB", "is it the right file?");
    }
    return parse(file, decode(file, bytes));
  }

  /**
   * Reads text.
   *
   * @param file the name to print in places
   * @throws ProblemException of kind CONFIGURATION if it is not a YAML mapping
   */
  public static PositionedYaml parse(String file, String text) {
    return new YamlComposer(file).compose(text);
  }

  private static String decode(String file, byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of("", "this byte is not UTF-8", "save the file as UTF-8")
              .at(new Place(file, line, column)));
    }
    return text;
  }

  private static String nearestFile(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    Path name = path.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return "check the path";
    }
    try (var files = Files.list(folder)) {
      var names =
          files
              .filter(Files::isRegularFile)
              .map(f -> Optional.ofNullable(f.getFileName()).map(Path::toString).orElse(""))
              .sorted()
              .toList();
      return Nearest.of(name.toString(), names)
          .map(
              nearest ->
                  "did you mean "
                      + path.resolveSibling(nearest).toString().replace('\\', '/')
                      + "?")
          .orElse("check the path");
    } catch (IOException e) {
      return "check the path";
    }
  }

  private static ProblemException refused(String file, String reason, String remedy) {
    return new ProblemException(
        ErrorKind.CONFIGURATION, Problem.of("", reason, remedy).at(new Place(file, 1, 1)));
  }
}
