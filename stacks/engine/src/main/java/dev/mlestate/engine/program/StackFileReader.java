package dev.mlestate.engine.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.engine.state.PassphraseCipher;
import dev.mlestate.engine.state.Passphrases;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Places;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Pulumi.<stack>.yaml} (pkg/workspace/config.go and sdk/go/common/resource/config of
 * Pulumi 3.260): keys without a namespace belong to the project, {@code {secure: …}} is encrypted.
 */
final class StackFileReader {
  private static final String SECURE = "secure";

  private static final String AUTONAMING = "pulumi:autonaming";

  private final PulumiProject project;
  private final Path file;
  private final String stack;
  private final Map<String, String> environment;
  private final List<Problem> problems = new ArrayList<>();
  private Optional<String> salt = Optional.empty();
  private @Nullable PassphraseCipher cipher;

  StackFileReader(PulumiProject project, String stack, Map<String, String> environment) {
    this.project = project;
    this.stack = stack;
    this.file = project.stackFile(stack);
    this.environment = environment;
  }

  StackConfiguration read() {
    Optional<PositionedYaml> yaml =
        blank() ? Optional.empty() : Optional.of(PositionedYaml.read(file));
    Places places = yaml.map(PositionedYaml::places).orElse(Places.empty(file.toString()));
    SortedMap<String, JsonNode> config =
        yaml.map(content -> config(content.tree())).orElseGet(TreeMap::new);
    SortedSet<String> secretKeys = new TreeSet<>();
    SortedMap<String, JsonNode> decrypted = new TreeMap<>();
    config.forEach(
        (key, value) -> {
          if (isSecure(value)) {
            secretKeys.add(key);
          }
          decrypted.put(key, decrypted(key, value));
        });
    applyProject(decrypted, secretKeys);
    if (decrypted.containsKey(AUTONAMING)) {
      add(
          path(AUTONAMING),
          AUTONAMING + " is not supported by the embedded engine",
          "use the Pulumi CLI");
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, places.locate(problems));
    }
    SortedMap<String, String> values = new TreeMap<>();
    decrypted.forEach((key, value) -> values.put(key, ConfigText.of(value)));
    return new StackConfiguration(values, secretKeys);
  }

  /** Pulumi takes an empty file for one without settings. */
  private boolean blank() {
    try {
      return !Files.exists(file)
          || Files.readString(file)
              .lines()
              .allMatch(line -> line.isBlank() || line.startsWith("#"));
    } catch (IOException e) {
      // Whoever parses it says what is wrong.
      return false;
    }
  }

  private void add(String path, String reason, String remedy) {
    problems.add(Problem.of(path, reason, remedy));
  }

  private SortedMap<String, JsonNode> config(JsonNode tree) {
    if (tree.hasNonNull("environment")) {
      add(
          "environment",
          "Pulumi ESC environments are not supported by the embedded engine",
          "use the Pulumi CLI, or write the values into config");
    }
    String provider = tree.path("secretsprovider").asText("passphrase");
    if (!provider.equals("passphrase") && !provider.equals("default")) {
      add(
          "secretsprovider",
          "secrets of " + provider + " are not supported by the embedded engine",
          "use the Pulumi CLI, or change it: pulumi stack change-secrets-provider passphrase");
    }
    salt = Optional.of(tree.path("encryptionsalt").asText()).filter(text -> !text.isEmpty());
    SortedMap<String, JsonNode> config = new TreeMap<>();
    JsonNode node = tree.path("config");
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      add("config", "it is not a mapping of keys to values", "write lines of the form key: value");
    }
    node.properties()
        .forEach(
            entry ->
                key(entry.getKey())
                    .ifPresentOrElse(
                        key -> config.put(key, entry.getValue()),
                        () ->
                            add(
                                KeyPath.child("config", entry.getKey()),
                                entry.getKey() + " is no configuration key",
                                "write <namespace>:<name>")));
    return config;
  }

  /** A key with its namespace; {@code a:config:b} is an old form of {@code a:b}. */
  private Optional<String> key(String text) {
    String[] parts = text.split(":", -1);
    return switch (parts.length) {
      case 1 -> Optional.of(project.name() + ":" + text);
      case 2 -> Optional.of(text);
      case 3 ->
          parts[1].equals("config") ? Optional.of(parts[0] + ":" + parts[2]) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isSecure(JsonNode value) {
    if (isCiphertext(value)) {
      return true;
    }
    for (JsonNode part : value) {
      if (isSecure(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCiphertext(JsonNode value) {
    return value.isObject() && value.size() == 1 && value.path(SECURE).isTextual();
  }

  private JsonNode decrypted(String key, JsonNode value) {
    if (isCiphertext(value)) {
      return JsonNodeFactory.instance.textNode(decrypt(key, value.get(SECURE).textValue()));
    }
    if (value.isObject()) {
      ObjectNode members = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(entry -> members.set(entry.getKey(), decrypted(key, entry.getValue())));
      return members;
    }
    if (value.isArray()) {
      ArrayNode elements = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> elements.add(decrypted(key, element)));
      return elements;
    }
    return value;
  }

  private String decrypt(String key, String ciphertext) {
    try {
      return cipher().decrypt(ciphertext);
    } catch (IllegalArgumentException e) {
      add(path(key), "the encrypted value is damaged", "set it again: pulumi config set --secret");
      return "";
    }
  }

  private PassphraseCipher cipher() {
    @Nullable PassphraseCipher ready = cipher;
    if (ready != null) {
      return ready;
    }
    String phrase =
        Passphrases.named(environment)
            .orElseThrow(
                () ->
                    refused(
                        "config",
                        "it has encrypted values, and there is no passphrase to decrypt them",
                        "set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE"));
    String text =
        salt.orElseThrow(
            () ->
                refused(
                    "config",
                    "it has encrypted values but no encryptionsalt",
                    "put back the line of the file that the Pulumi CLI wrote"));
    try {
      ready = PassphraseCipher.open(phrase, text);
    } catch (IllegalArgumentException e) {
      throw refused(
          "encryptionsalt",
          "the salt is malformed",
          "put back the line of the file that the Pulumi CLI wrote");
    }
    cipher = ready;
    return ready;
  }

  private ProblemException refused(String path, String reason, String remedy) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of(path, reason, remedy).at(PositionedYaml.read(file).places().of(path)));
  }

  /** The path of a key in the file. */
  private String path(String key) {
    return KeyPath.child("config", key);
  }

  private void applyProject(SortedMap<String, JsonNode> config, SortedSet<String> secretKeys) {
    project
        .config()
        .forEach(
            (key, declared) -> {
              Optional<JsonNode> value = ConfigPaths.get(config, key);
              if (value.isEmpty() && declared.value().isPresent()) {
                ConfigPaths.set(config, key, declared.value().get());
              } else if (value.isEmpty()) {
                add(
                    path(key),
                    "the stack " + stack + " lacks the configuration value " + key,
                    "pulumi config set %s VALUE --stack %s, or write it into %s"
                        .formatted(key, stack, file.getFileName()));
              } else {
                check(key, declared, value.get(), secretKeys);
              }
            });
  }

  private void check(
      String key, ConfigDeclaration declared, JsonNode value, SortedSet<String> secretKeys) {
    if (declared.type().isEmpty()) {
      return;
    }
    if (declared.secret() && !secretKeys.contains(ConfigPaths.root(key))) {
      add(
          path(key),
          "the value of " + key + " must be encrypted, for the project says that it is secret",
          "pulumi config set --secret " + key);
    }
    ConfigDeclaration.Type type = declared.type().get();
    JsonNode seen =
        value.isContainerNode() ? value : JsonNodeFactory.instance.textNode(ConfigText.of(value));
    if (!type.accepts(seen)) {
      add(path(key), "the value of " + key + " is not of the type " + type.word(), "correct it");
    }
  }
}
