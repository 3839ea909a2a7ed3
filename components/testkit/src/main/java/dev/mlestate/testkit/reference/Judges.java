package dev.mlestate.testkit.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which controls judge a type and whether it costs something, as rules and estimator say it. */
final class Judges {
  private static final String CLOUDS = "(?:aws|gcp|azure-native)";
  private static final Pattern CONSTANT = Pattern.compile("(?:\\b(\\w+)\\.)?\\b([A-Z][A-Z_]+)\\b");
  private static final Pattern LITERAL = Pattern.compile("\"(" + CLOUDS + ":[^\"]*)\"");

  private final Map<String, List<String>> controls = new TreeMap<>();
  private final List<String> charged = new ArrayList<>();
  private final Map<String, String> free = new LinkedHashMap<>();

  Judges(Path root) {
    for (Path rule : files(root.resolve("policies/rego"), ".rego")) {
      if (!rule.toString().endsWith("_test.rego")) {
        control(read(rule));
      }
    }
    Path estimate = root.resolve("cost-reports/estimate/src/main/java");
    for (Path rule : files(estimate, "Rule.java")) {
      rule(read(rule), Objects.requireNonNull(rule.getParent()));
    }
    Pattern.compile("FlatRule\\(\\s*\"([^\"]+)\"")
        .matcher(read(estimate.resolve("dev/mlestate/cost/Estimator.java")))
        .results()
        .forEach(result -> charged.add(result.group(1)));
    free(read(estimate.resolve("dev/mlestate/cost/FreeTypes.java")));
  }

  /** The ids of the controls that judge a type. */
  List<String> controls(String versioned, boolean tagged) {
    String type = plain(versioned);
    List<String> ids = new ArrayList<>();
    controls.forEach(
        (id, kinds) -> {
          if (kinds.contains(type) || (tagged && kinds.contains("*"))) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** Whether a type is charged, and else why it is not. */
  String cost(String versioned) {
    String type = plain(versioned);
    if (type.startsWith("kubernetes:")) {
      return "runs on the nodes";
    }
    if (charged.contains(type)) {
      return "**charged**";
    }
    return free.entrySet().stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("unpriced");
  }

  /** Without the version of Azure's API, which rules and estimator do not look at. */
  private static String plain(String type) {
    return type.replaceFirst("^(azure-native:[a-z]+)/v[0-9a-z]+:", "$1:");
  }

  private void control(String text) {
    List<String> id = groups("#   id: (\\S+)", text);
    if (id.isEmpty()) {
      return;
    }
    String kinds = groups("(?s)#   input_kinds:(.*?)\n#   \\w", text).get(0);
    controls.put(id.get(0), groups("(" + CLOUDS + ":[^\\s\",\\]]+|\\*)", kinds));
  }

  private void rule(String text, Path folder) {
    for (String body : groups("(?s)Set<String> types\\(\\) \\{(.*?)\n  }", text)) {
      literals(body, text, folder);
    }
  }

  /** All types that an expression names, by constants of its own class or of its neighbours. */
  private void literals(String expression, String text, Path folder) {
    LITERAL.matcher(expression).results().map(Judges::first).forEach(charged::add);
    Matcher names = CONSTANT.matcher(expression.replaceAll("\"[^\"]*\"", ""));
    while (names.find()) {
      String owner = names.group(1) == null ? text : read(folder.resolve(names.group(1) + ".java"));
      groups("(?s)\\b" + names.group(2) + "\\s*=(.*?);", owner)
          .forEach(value -> literals(value, owner, folder));
    }
  }

  private void free(String text) {
    Pattern.compile("Map\\.entry\\(\"([^\"]+)\", (?:\"([^\"]+)\"|(\\w+))\\)")
        .matcher(text)
        .results()
        .forEach(
            entry ->
                free.put(
                    entry.group(1),
                    entry.group(2) == null
                        ? groups(entry.group(3) + " = \"([^\"]+)\"", text).get(0)
                        : entry.group(2)));
  }

  private static List<String> groups(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(Judges::first).toList();
  }

  private static String first(MatchResult result) {
    return result.group(1);
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
