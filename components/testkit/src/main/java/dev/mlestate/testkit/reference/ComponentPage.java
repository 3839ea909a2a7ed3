package dev.mlestate.testkit.reference;

import dev.mlestate.testkit.reference.JavaSource.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of one component. */
final class ComponentPage {
  static final String NOTE =
      "<!-- Written from sources and recorded examples by the tests"
          + " (./scripts/test --update-golden); do not edit. -->\n\n";

  private final Example<?> example;
  private final JavaSource source;
  private final Method snippet;
  private final ResourceGraph graph;
  private final Judges judges;

  ComponentPage(
      Path root,
      Example<?> example,
      List<Registered> resources,
      JavaSource examples,
      Judges judges) {
    this.example = example;
    this.source = new JavaSource(root.resolve(example.source()));
    this.snippet = examples.snippet(example.method());
    this.graph = new ResourceGraph(resources);
    this.judges = judges;
  }

  /** Below docs/components, such as aws/node-pool.md. */
  String fileName() {
    return fileName(example.module(), example.name());
  }

  static String fileName(String module, String component) {
    return module
        + "/"
        + component.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
        + ".md";
  }

  static String summary(JavaSource source) {
    return new DocText(source.doc()).firstSentence();
  }

  static String token(JavaSource source) {
    Matcher matcher = Pattern.compile("\"(mlestate:\\w+:\\w+)\"").matcher(source.text());
    if (!matcher.find()) {
      throw new AssertionError("no type token in " + source.text());
    }
    return matcher.group(1);
  }

  String text() {
    StringBuilder page = new StringBuilder("# " + example.name() + "\n\n" + NOTE);
    page.append(summary(source)).append("\n\n");
    String rest = new DocText(source.doc()).rest();
    if (!rest.isEmpty()) {
      page.append(rest).append("\n\n");
    }
    page.append(
        "`%s` · [source](../../../%s)\n\n".formatted(token(source), path(example.source())));
    page.append("```java\n").append(snippet.doc()).append("\n```\n\n");
    if (!snippet.parameters().isEmpty()) {
      page.append("It needs ").append(codes(snippet.parameters())).append(".\n\n");
    }
    inputs(page);
    outputs(page);
    resources(page);
    return page.append("\n").append(graph.diagram()).toString();
  }

  private void inputs(StringBuilder page) {
    page.append("## Inputs\n\n| input | type | default | meaning |\n|---|---|---|---|\n");
    List<String> required = source.required();
    for (Method setter : source.setters()) {
      DocText doc = new DocText(setter.doc());
      String standard =
          required.contains(setter.name()) && !doc.all().contains("Required by")
              ? "**required**"
              : doc.standard().orElse("–");
      row(page, "`" + setter.name() + "`", codes(types(setter)), standard, doc.meaning());
    }
    row(page, "`tags`", "`Map<String, String>`", "none", "Tags of everything that takes tags");
    row(
        page,
        "`options`",
        "`ComponentResourceOptions`",
        "the stack's",
        "Parent, providers and dependencies");
  }

  private void outputs(StringBuilder page) {
    page.append("\n## Outputs\n\n| output | type | meaning |\n|---|---|---|\n");
    for (Method getter : source.methods()) {
      row(
          page,
          "`%s(%s)`".formatted(getter.name(), String.join(", ", types(getter))),
          "`" + getter.result() + "`",
          new DocText(getter.doc()).meaning());
    }
  }

  private void resources(StringBuilder page) {
    page.append(
        """

        ## Resources of the example

        | type | how many | set to | judged by | cost |
        |---|---|---|---|---|
        """);
    graph
        .types()
        .forEach(
            (type, count) ->
                row(
                    page,
                    "`" + type + "`",
                    "" + count,
                    codes(graph.settings(type)),
                    judges.controls(type, graph.takesTags(type)).stream()
                        .map(
                            id ->
                                "[%s](../../policies.md#%s)"
                                    .formatted(id, id.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(", ")),
                    judges.cost(type)));
  }

  private static List<String> types(Method setter) {
    return setter.parameters().stream()
        .map(parameter -> parameter.substring(0, parameter.lastIndexOf(' ')))
        .toList();
  }

  private static String codes(List<String> texts) {
    return texts.stream().map(text -> "`" + text + "`").collect(Collectors.joining(", "));
  }

  private static String path(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ");
    for (String cell : cells) {
      page.append(cell.isEmpty() ? "–" : cell.replace("|", "\\|").replace("\n", " ")).append(" | ");
    }
    page.setLength(page.length() - 1);
    page.append("\n");
  }
}
