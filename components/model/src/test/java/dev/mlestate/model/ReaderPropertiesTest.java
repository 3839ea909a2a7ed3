package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a file, the answer is an environment or problems that can be printed. */
class ReaderPropertiesTest {
  private static final List<String> LINES = lines();
  private static final List<String> VALUES =
      List.of(
          "null",
          "~",
          "true",
          "[]",
          "{}",
          "-1",
          "99999999999999999999",
          "1e99",
          ".inf",
          "\"\"",
          "30 days",
          "10Gi",
          "[a, [b]]",
          "{a: {b: c}}",
          "*x",
          "&x y",
          "!!int z",
          "!tag v",
          "0.0.0.0/0",
          "\u0001");

  private static List<String> lines() {
    try {
      return Files.readAllLines(EnvironmentFilesTest.ENVIRONMENTS.resolve("prod-aws.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> mutated() {
    Arbitrary<Integer> line = Arbitraries.integers().between(0, LINES.size() - 1);
    Arbitrary<String> value = Arbitraries.of(VALUES);
    Arbitrary<List<String>> gone = line.map(i -> edit(i, ""));
    Arbitrary<List<String>> twice = line.map(i -> edit(i, LINES.get(i) + "\n" + LINES.get(i)));
    Arbitrary<List<String>> other =
        Combinators.combine(line, value)
            .as((i, v) -> edit(i, LINES.get(i).replaceFirst("(: ?).*", "$1") + v));
    Arbitrary<List<String>> inside =
        Combinators.combine(line, value)
            .as((i, v) -> edit(i, LINES.get(i).replaceFirst("(\\{[a-zA-Z]+: )[^,}]*", "$1" + v)));
    Arbitrary<List<String>> typo =
        Combinators.combine(
                line, Arbitraries.integers().between(0, 60), Arbitraries.chars().ascii())
            .as((i, at, c) -> edit(i, poke(LINES.get(i), at, c)));
    Arbitrary<List<String>> indented = line.map(i -> edit(i, "  " + LINES.get(i)));
    return Arbitraries.oneOf(gone, twice, other, inside, typo, indented)
        .map(lines -> String.join("\n", lines));
  }

  @Property(tries = 400)
  void aChangedFileIsReadOrExplained(@ForAll("mutated") String text) {
    holds(text);
  }

  @Property(tries = 100)
  void anyTextIsReadOrExplained(@ForAll String text) {
    holds(text);
  }

  private static void holds(String text) {
    List<Problem> problems;
    try {
      problems = EnvironmentReader.parse(PositionedYaml.parse("prod.yaml", text)).problems();
    } catch (ProblemException e) {
      assertThat(e.problems()).isNotEmpty();
      problems = e.problems();
    }
    long lines = text.chars().filter(c -> c == '\n').count() + 1;
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.reason()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
              assertThat(problem.remedy()).isPresent();
              assertThat(problem.place().orElseThrow().line()).isBetween(1, (int) lines + 1);
            });
    assertThat(problems).doesNotHaveDuplicates();
  }

  private static List<String> edit(int index, String line) {
    List<String> lines = new ArrayList<>(LINES);
    lines.set(index, line);
    return lines;
  }

  private static String poke(String line, int at, char c) {
    char[] chars = line.toCharArray();
    if (chars.length == 0) {
      return String.valueOf(c);
    }
    char[] changed = Arrays.copyOf(chars, chars.length);
    changed[at % chars.length] = c;
    return new String(changed);
  }
}
