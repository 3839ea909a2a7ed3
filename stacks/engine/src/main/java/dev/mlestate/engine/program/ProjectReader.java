package dev.mlestate.engine.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.engine.program.ConfigDeclaration.Kind;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Nearest;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a {@code Pulumi.yaml} (sdk/go/common/workspace/{project.go, project.json} of Pulumi 3.260).
 *
 * <p>What the Pulumi CLI would act on and this engine does not is a problem, never ignored.
 */
final class ProjectReader {
  private static final List<String> RUNTIME_OPTIONS = List.of("binary", "use-executor");
  private static final List<String> TYPES =
      Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  private static final String USE_CLI = "use the Pulumi CLI for this project, or remove it";

  private final Path folder;
  private final List<Problem> problems = new ArrayList<>();

  ProjectReader(Path folder) {
    this.folder = folder;
  }

  /** The name of a folder's project; empty if its file is not one. */
  static Optional<String> name(Path folder) {
    try {
      JsonNode tree = PositionedYaml.read(folder.resolve(PulumiProject.FILE)).tree();
      return Optional.of(tree.path("name").asText());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  PulumiProject read() {
    Path file = folder.resolve(PulumiProject.FILE);
    if (!Files.exists(file)) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              folder.toString(),
              "there is no Pulumi program in " + folder,
              "name a folder with a " + PulumiProject.FILE));
    }
    PositionedYaml yaml = PositionedYaml.read(file);
    JsonNode tree = yaml.tree();
    String name = tree.path("name").asText();
    if (name.isEmpty()) {
      add("name", "the project has no name", "add name: <the project's name>");
    }
    Path program = folder(tree, "main");
    Path jar = jar(tree.path("runtime"), program);
    refuseUnsupported(tree);
    PulumiProject project =
        new PulumiProject(
            folder,
            name,
            program,
            jar,
            folder(tree, "stackConfigDir"),
            declarations(name, tree.path("config")),
            tree.path("options").path("refresh").asText().equals("always"));
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, yaml.places().locate(problems));
    }
    return project;
  }

  private void add(String path, String reason, String remedy) {
    problems.add(Problem.of(path, reason, remedy));
  }

  private Path folder(JsonNode tree, String key) {
    return folder.resolve(tree.path(key).asText("")).toAbsolutePath().normalize();
  }

  private Path jar(JsonNode runtime, Path program) {
    JsonNode options = runtime.path("options");
    String language = runtime.isTextual() ? runtime.asText() : runtime.path("name").asText();
    String binary = options.path("binary").asText();
    Path jar = program.resolve(binary).normalize();
    if (!language.equals("java") || !binary.toLowerCase(Locale.ROOT).endsWith(".jar")) {
      add(
          "runtime",
          "it names no Java program that is built: "
              + (language.equals("java")
                  ? "without a jar the Pulumi CLI builds it with Maven or Gradle"
                  : "the embedded engine runs Java alone"),
          "set runtime to {name: java, options: {binary: <the program's jar>}}, or use the Pulumi"
              + " CLI");
    }
    options
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!RUNTIME_OPTIONS.contains(key)) {
                add(
                    KeyPath.child("runtime.options", key),
                    "the Java runtime has no option " + key,
                    Nearest.remedy(key, RUNTIME_OPTIONS));
              }
            });
    return jar;
  }

  private void refuseUnsupported(JsonNode tree) {
    for (String key : List.of("plugins", "packages", "requiredPulumiVersion")) {
      JsonNode value = tree.path(key);
      if (!value.isMissingNode()
          && !value.isNull()
          && !(value.isContainerNode() && value.isEmpty())) {
        add(
            key,
            key + " is not supported by the embedded engine",
            key.equals("requiredPulumiVersion")
                ? USE_CLI
                : "start the providers yourself and name them in PULUMI_DEBUG_PROVIDERS, or "
                    + USE_CLI);
      }
    }
  }

  private SortedMap<String, ConfigDeclaration> declarations(String project, JsonNode config) {
    SortedMap<String, ConfigDeclaration> declarations = new TreeMap<>();
    if (config.isMissingNode() || config.isNull()) {
      return declarations;
    }
    if (!config.isObject()) {
      add("config", "it is not a mapping of keys", "use stackConfigDir for the stacks' folder");
      return declarations;
    }
    config
        .properties()
        .forEach(
            entry -> {
              String path = KeyPath.child("config", entry.getKey());
              boolean own =
                  !entry.getKey().contains(":") || entry.getKey().startsWith(project + ":");
              declarations.put(
                  entry.getKey().contains(":") ? entry.getKey() : project + ":" + entry.getKey(),
                  declaration(path, own, entry.getValue()));
            });
    return declarations;
  }

  private ConfigDeclaration declaration(String path, boolean own, JsonNode node) {
    if (!node.isObject()) {
      return new ConfigDeclaration(Optional.empty(), Optional.of(node), false);
    }
    Optional<ConfigDeclaration.Type> type = node.has("type") ? type(path, node) : Optional.empty();
    boolean hasDefault = node.hasNonNull("default");
    boolean hasValue = node.hasNonNull("value");
    if (hasDefault && hasValue) {
      add(path, "it has both a default and a value", "keep one of the two");
    }
    if (!own && (type.isPresent() || hasDefault || !hasValue)) {
      add(
          path,
          "configuration of another namespace has neither type nor default, but a value",
          "write {value: …}");
    }
    Optional<JsonNode> value =
        hasDefault
            ? Optional.of(node.get("default"))
            : hasValue ? Optional.of(node.get("value")) : Optional.empty();
    if (hasDefault && type.isPresent() && !type.get().accepts(node.get("default"))) {
      add(
          path + ".default",
          "the default is not of the type " + type.get().word(),
          "correct the one or the other");
    }
    return new ConfigDeclaration(type, value, node.path("secret").asBoolean());
  }

  private Optional<ConfigDeclaration.Type> type(String path, JsonNode node) {
    String word = node.path("type").asText();
    if (!TYPES.contains(word)) {
      add(path + ".type", "there is no type " + word, Nearest.remedy(word, TYPES));
      return Optional.empty();
    }
    Kind kind = Kind.valueOf(word.toUpperCase(Locale.ROOT));
    Optional<ConfigDeclaration.Type> items =
        node.path("items").isObject() ? type(path + ".items", node.get("items")) : Optional.empty();
    if (kind == Kind.ARRAY && items.isEmpty()) {
      add(path, "an array without the type of its items", "add items: {type: string}");
    }
    return Optional.of(new ConfigDeclaration.Type(kind, items));
  }
}
