package dev.mlestate.aws.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/components says what the sources say; {@code -Dgolden.update=true} writes it anew. */
class ComponentPagesTest {
  private static final Path ROOT = Path.of(System.getProperty("mlestate.root"));
  private static final Path FOLDER = ROOT.resolve("docs/components");
  private static final Path EXAMPLES =
      Path.of("components/aws/src/test/java")
          .resolve(Examples.class.getName().replace('.', '/') + ".java");

  private static final Map<String, String> PAGES = pages();

  @Test
  void pagesAreFresh() throws IOException {
    if (Boolean.getBoolean("mlestate.golden.update")) {
      Files.createDirectories(FOLDER);
      for (String stale : onDisk()) {
        Files.delete(FOLDER.resolve(stale));
      }
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
      }
    }
    assertThat(onDisk()).as("run the tests with -Dgolden.update=true").isEqualTo(PAGES.keySet());
    PAGES.forEach(
        (file, text) ->
            assertThat(FOLDER.resolve(file))
                .as(file + " is stale: run the tests with -Dgolden.update=true")
                .hasContent(text));
  }

  @Test
  void everyComponentHasAPage() throws IOException {
    Set<String> components = new TreeSet<>();
    for (String module : new String[] {"aws", "kubernetes"}) {
      try (Stream<Path> files = Files.walk(ROOT.resolve("components/" + module + "/src/main"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(ComponentPagesTest::isComponent)
            .forEach(file -> components.add(file.getFileName().toString().replace(".java", "")));
      }
    }

    assertThat(Examples.all().stream().map(Example::name).collect(Collectors.toSet()))
        .isEqualTo(components);
  }

  @Test
  void everyInputAndWhatItCostsIsExplained() {
    PAGES.forEach(
        (file, text) ->
            assertThat(text.lines().filter(line -> line.matches("\\| `\\w+` .*\\| – \\|")))
                .as(file)
                .isEmpty());
    assertThat(PAGES.get("encryption.md"))
        .contains("`enableKeyRotation = true`")
        .contains("[ENC-15](../policies.md#enc-15)")
        .contains("**charged**")
        .contains("| `account` | `AwsAccount` | **required** |")
        .contains("| `rotationDays` | `int` | 365 | Days between rotations, 90 to 2560. |")
        .contains("n0[\"kms Alias × 4\"]\n  n1[\"kms Key × 4\"]")
        .contains("n0 --> n1");
    assertThat(PAGES.get("node-pool.md")).contains("[IAM-10](../policies.md#iam-10)");
  }

  private static Map<String, String> pages() {
    JavaSource examples = new JavaSource(ROOT.resolve(EXAMPLES));
    Judges judges = new Judges(ROOT);
    Map<String, String> pages = new TreeMap<>();
    StringBuilder index =
        new StringBuilder("# Components\n\n")
            .append(ComponentPage.NOTE)
            .append("Each is a Pulumi `ComponentResource` with secure defaults, and exposes the\n")
            .append(
                "resources that it makes. `aws.AwsEstate` puts them together for an environment\n")
            .append("file; alone they are a library.\n\n")
            .append("| component | what it makes |\n|---|---|\n");
    for (Example example : Examples.all()) {
      ComponentPage page = new ComponentPage(ROOT, example, examples, judges);
      pages.put(page.fileName(), page.text());
      index.append(
          "| [%s](%s)<br>`%s` | %s |\n"
              .formatted(example.name(), page.fileName(), page.token(), page.summary()));
    }
    pages.put("README.md", index.toString());
    return pages;
  }

  private static Set<String> onDisk() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private static boolean isComponent(Path file) {
    try {
      return Files.readString(file).contains(" extends EstateComponent ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
