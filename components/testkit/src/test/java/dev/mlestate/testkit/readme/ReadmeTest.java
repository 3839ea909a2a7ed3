package dev.mlestate.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.testkit.graph.GraphAssert;
import dev.mlestate.testkit.graph.ResourceAssert;
import dev.mlestate.testkit.stack.StackSettingsBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path MODULE =
      Path.of(System.getProperty("mlestate.root")).resolve("components/testkit");

  private static String readme() throws IOException {
    return Files.readString(MODULE.resolve("README.md"));
  }

  private static List<String> snippets(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
    List<String> snippets = new ArrayList<>();
    while (matcher.find()) {
      snippets.add(matcher.group(1));
    }
    return snippets;
  }

  @Test
  void everySnippetOfJavaStandsInATest() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MODULE.resolve("src/test/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }

    assertThat(snippets("java"))
        .hasSize(4)
        .allSatisfy(snippet -> assertThat(sources).anyMatch(source -> source.contains(snippet)));
  }

  @Test
  void theDependencyIsThisModule() throws IOException {
    String pom = Files.readString(MODULE.resolve("pom.xml"));

    assertThat(snippets("xml"))
        .singleElement()
        .satisfies(
            snippet ->
                assertThat(snippet.lines().map(String::strip))
                    .filteredOn(line -> line.matches("<(groupId|artifactId|version)>.*"))
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(pom).contains(line)));
  }

  @Test
  void everyAssertionAndEverySettingIsNamed() throws IOException {
    String readme = readme();

    assertThat(
            Stream.of(GraphAssert.class, ResourceAssert.class, StackSettingsBuilder.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !name.equals("build"))
                .filter(name -> !readme.matches("(?s).*`" + name + "[`(].*"))
                .distinct()
                .toList())
        .isEmpty();
  }
}
