package dev.mlestate.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * docs/components/&lt;module&gt; says what the sources say; {@code -Dgolden.update=true} writes it
 * anew. Whoever has a module's components inherits it and gives an example of each.
 *
 * @param <G> what examples are given
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ComponentPagesContract<G> {
  private static final Path ROOT = Path.of(System.getProperty("mlestate.root"));

  private final Map<String, Map<String, String>> pages = new TreeMap<>();

  /** Names of the folders in components whose components have their examples here. */
  protected abstract List<String> modules();

  /** One for each component. */
  protected abstract List<Example<G>> examples();

  /** The file of the methods that examples name, from the project's root. */
  protected abstract String examplesFile();

  /** What examples are given, made anew for each program. */
  protected abstract G given();

  /** Runs a program against a cloud that accepts everything. */
  protected abstract List<Registered> record(Runnable program);

  /** A page by its name below docs/components, such as aws/network.md. */
  protected final String page(String name) {
    String module = name.substring(0, name.indexOf('/'));
    return pages
        .getOrDefault(module, Map.of())
        .getOrDefault(name.substring(name.indexOf('/') + 1), "");
  }

  @BeforeAll
  void write() {
    JavaSource snippets = new JavaSource(ROOT.resolve(examplesFile()));
    Judges judges = new Judges(ROOT);
    for (Example<G> example : examples()) {
      List<Registered> resources = example.resources(this::given, this::record);
      ComponentPage page = new ComponentPage(ROOT, example, resources, snippets, judges);
      String file = page.fileName();
      pages
          .computeIfAbsent(example.module(), module -> new TreeMap<>())
          .put(file.substring(file.indexOf('/') + 1), page.text());
    }
  }

  @Test
  void pagesAreFresh() {
    for (String module : modules()) {
      GoldenFolder.check(
          ROOT.resolve("docs/components/" + module), pages.getOrDefault(module, Map.of()));
    }
  }

  @Test
  void everyComponentHasAPage() {
    for (String module : modules()) {
      assertThat(
              examples().stream()
                  .filter(example -> example.module().equals(module))
                  .map(Example::name)
                  .collect(Collectors.toSet()))
          .as(module)
          .isEqualTo(ComponentSources.of(ROOT, module).keySet());
    }
  }

  @Test
  void everyExampleRegistersSomethingAndEveryInputIsExplained() {
    pages.forEach(
        (module, texts) ->
            texts.forEach(
                (file, text) -> {
                  assertThat(text).as(module + "/" + file).contains("  n0[\"");
                  assertThat(text.lines().filter(line -> line.matches("\\| `\\w+` .*\\| – \\|")))
                      .as(module + "/" + file)
                      .isEmpty();
                }));
  }
}
