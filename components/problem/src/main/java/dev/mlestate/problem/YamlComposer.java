package dev.mlestate.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/** Turns SnakeYAML's nodes, which know their place, into a tree and its places. */
final class YamlComposer {
  /** Aliases can make a small file a huge tree. */
  private static final int MAX_NODES = 50_000;

  private static final int MAX_DEPTH = 50;

  private final String file;
  private final Places.Builder places;
  private final List<Problem> problems = new ArrayList<>();
  private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();
  private int nodes;

  YamlComposer(String file) {
    this.file = file;
    this.places = new Places.Builder(file);
  }

  PositionedYaml compose(String text) {
    Node root = parse(text);
    if (root == null || (root instanceof ScalarNode scalar && scalar.getValue().isEmpty())) {
      throw refused(
          Problem.of("", "the file is empty", "give it at least the required keys"), 1, 1);
    }
    if (!(root instanceof MappingNode)) {
      throw refused(
          Problem.of(
              "",
              "the file is not a mapping of keys to values",
              "write lines of the form key: value"),
          root.getStartMark());
    }
    JsonNode tree = node("", Optional.empty(), root);
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, problems);
    }
    return new PositionedYaml(tree, places.build());
  }

  private Node parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(PositionedYaml.MAX_BYTES);
    // Nothing is ever constructed from a tag: node() refuses them all, with their place.
    options.setTagInspector(tag -> true);
    DumperOptions dumping = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(dumping),
            dumping,
            options,
            new CoreSchemaResolver());
    try {
      return yaml.compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Problem problem =
          Problem.of(
              "",
              "it is not YAML: " + oneLine(e.getProblem()),
              "look at the indentation, quotes and colons on this line and the one before");
      Mark mark = e.getProblemMark();
      throw mark == null ? refused(problem, 1, 1) : refused(problem, mark);
    } catch (ReaderException e) {
      String before = text.substring(0, Math.min(text.length(), e.getPosition()));
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      throw refused(
          Problem.of(
              "",
              String.format(
                  "it holds the character U+%04X, which YAML does not allow", e.getCodePoint()),
              "remove the character"),
          line,
          before.length() - before.lastIndexOf('\n'));
    } catch (YAMLException e) {
      throw refused(
          Problem.of(
              "", "it cannot be read as YAML: " + oneLine(e.getMessage()), "make it simpler"),
          1,
          1);
    }
  }

  private JsonNode node(String path, Optional<Place> key, Node node) {
    Place place = place(node.getStartMark());
    nodes++;
    if (nodes > MAX_NODES) {
      throw refused(
          Problem.of("", "aliases make the file too large", "write it without aliases"), 1, 1);
    }
    if (open.put(node, true) != null) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(path, "an alias stands inside what it names", "write it without the alias")
              .at(key.orElse(place)));
    }
    places.add(path, key, place, node instanceof ScalarNode);
    JsonNode result = JsonNodeFactory.instance.nullNode();
    if (node instanceof MappingNode mapping && known(node, path, Tag.MAP)) {
      result = mapping(path, mapping);
    } else if (node instanceof SequenceNode sequence && known(node, path, Tag.SEQ)) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(node(KeyPath.item(path, array.size()), Optional.empty(), item));
      }
      result = array;
    } else if (node instanceof ScalarNode scalar) {
      result = scalar(path, scalar);
    }
    open.remove(node);
    return result;
  }

  private ObjectNode mapping(String path, MappingNode mapping) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Map<String, Place> seen = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      Place place = place(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key) || key.getValue().isEmpty()) {
        problems.add(Problem.of(path, "a key must be a word", "write key: value").at(place));
        continue;
      }
      String child = KeyPath.child(path, key.getValue());
      if (key.isPlain() && key.getValue().equals("<<")) {
        problems.add(
            Problem.of(
                    child,
                    "merge keys are not read",
                    "repeat the keys, or use an alias for a whole value")
                .at(place));
        continue;
      }
      Place first = seen.putIfAbsent(key.getValue(), place);
      if (first != null) {
        problems.add(
            Problem.of(
                    child,
                    "the key stands twice: first in line " + first.line(),
                    "keep one of the two")
                .at(place));
        continue;
      }
      object.set(key.getValue(), node(child, Optional.of(place), entry.getValueNode()));
    }
    return object;
  }

  private JsonNode scalar(String path, ScalarNode scalar) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (Tag.STR.equals(tag)) {
      return make.textNode(text);
    }
    if (Tag.NULL.equals(tag)) {
      return make.nullNode();
    }
    if (Tag.BOOL.equals(tag) && CoreSchemaResolver.BOOL.matcher(text).matches()) {
      return make.booleanNode(text.equalsIgnoreCase("true"));
    }
    if (Tag.INT.equals(tag) && CoreSchemaResolver.INT.matcher(text).matches()) {
      return CoreSchemaResolver.number(text);
    }
    if (Tag.FLOAT.equals(tag) && CoreSchemaResolver.FLOAT.matcher(text).matches()) {
      return CoreSchemaResolver.number(text);
    }
    tagProblem(path, scalar);
    return make.nullNode();
  }

  private boolean known(Node node, String path, Tag expected) {
    if (expected.equals(node.getTag())) {
      return true;
    }
    tagProblem(path, node);
    return false;
  }

  private void tagProblem(String path, Node node) {
    problems.add(
        Problem.of(
                path,
                "the tag " + node.getTag().getValue() + " is not allowed here",
                "write the value without a tag")
            .at(place(node.getStartMark())));
  }

  private Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private ProblemException refused(Problem problem, Mark mark) {
    return new ProblemException(ErrorKind.CONFIGURATION, problem.at(place(mark)));
  }

  private ProblemException refused(Problem problem, int line, int column) {
    return new ProblemException(ErrorKind.CONFIGURATION, problem.at(new Place(file, line, column)));
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "unknown" : text.strip().replaceAll("\\s+", " ").replaceAll("\\.$", "");
  }
}
