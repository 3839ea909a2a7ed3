package dev.mlestate.inventory;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JSON document that knows where in its file a value stands, and collects what is wrong. */
final class JsonFile {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final String name;
  private final String text;
  private final JsonNode root;
  private final List<Problem> problems = new ArrayList<>();

  private JsonFile(String name, String text, JsonNode root) {
    this.name = name;
    this.text = text;
    this.root = root;
  }

  /**
   * @param remedy how to get a right file
   */
  static JsonFile read(Path file, String remedy) {
    try {
      return parse(file.toString(), Files.readString(file), remedy);
    } catch (NoSuchFileException e) {
      throw refusal(file + " does not exist", remedy);
    } catch (CharacterCodingException e) {
      throw refusal(file + " is not UTF-8 text", remedy);
    } catch (IOException e) {
      throw refusal(file + " cannot be read: " + e.getMessage(), remedy);
    }
  }

  static JsonFile parse(String name, String text, String remedy) {
    try {
      JsonNode root = MAPPER.readTree(text);
      return new JsonFile(name, text, root);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Problem problem = Problem.of("", "not JSON: " + e.getOriginalMessage(), remedy);
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          problem.at(
              at == null
                  ? new Place(name, 1, 1)
                  : new Place(name, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()))));
    }
  }

  JsonNode root() {
    return root;
  }

  /**
   * @param path such as steps[3].newState
   * @param pointer the same as a JSON pointer; where nothing stands there, its parent's place
   */
  void problem(String path, String pointer, String reason, String remedy) {
    problems.add(Problem.of(path, reason, remedy).at(place(JsonPointer.compile(pointer))));
  }

  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
  }

  private Place place(JsonPointer wanted) {
    JsonPointer existing = wanted;
    while (!existing.matches() && root.at(existing).isMissingNode()) {
      existing = existing.head();
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.FIELD_NAME
            && parser.getParsingContext().pathAsPointer().equals(existing)) {
          JsonLocation at = parser.currentTokenLocation();
          return new Place(name, at.getLineNr(), at.getColumnNr());
        }
        if (existing.matches()) {
          break;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("text that was parsed before", e);
    }
    return new Place(name, 1, 1);
  }

  private static ProblemException refusal(String reason, String remedy) {
    return new ProblemException(ErrorKind.CONFIGURATION, Problem.of("", reason, remedy));
  }
}
