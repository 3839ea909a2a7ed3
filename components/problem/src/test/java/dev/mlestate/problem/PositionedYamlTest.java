package dev.mlestate.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionedYamlTest {
  private final Path folder;

  PositionedYamlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void knowsWhereKeysAndValuesStand() {
    PositionedYaml yaml =
        PositionedYaml.parse("a.yaml", "name: x\nlist:\n  - {a: 1, b: [2, 3]}\n\"q.r\": true\n");
    Places places = yaml.places();

    assertThat(places.key("list[0].b")).contains(new Place("a.yaml", 3, 12));
    assertThat(places.value("list[0].b[1]")).contains(new Place("a.yaml", 3, 19));
    assertThat(places.of("name")).isEqualTo(new Place("a.yaml", 1, 7));
    assertThat(places.of("list")).hasToString("a.yaml:2:1");
    assertThat(places.of("[\"q.r\"]")).hasToString("a.yaml:4:8");
    assertThat(places.contains("list[1]")).isFalse();
  }

  @Test
  void whatIsNotInTheFileIsPlacedAtWhatHoldsIt() {
    Places places = PositionedYaml.parse("a.yaml", "x: 1\nlist:\n  - {a: {}}\n").places();

    assertThat(places.of("list[0].a.b.c")).hasToString("a.yaml:3:6");
    assertThat(places.of("list[7].b")).hasToString("a.yaml:2:1");
    assertThat(places.of("other.key")).hasToString("a.yaml:1:1");
    assertThat(Places.empty("b.yaml").of("x")).hasToString("b.yaml:1:1");
    assertThat(places.locate(List.of(Problem.of("list", "wrong"))))
        .extracting(p -> p.place().orElseThrow().line())
        .containsExactly(2);
  }

  @Test
  void scalarsFollowTheCoreSchema() {
    PositionedYaml yaml =
        PositionedYaml.parse(
            "a.yaml",
            "[no, 012, 12, -3, 1.5, 1e3, true, ~, 12:30, 0x1F, 1_000, 2027-01-31, .inf, \"5\", 99999999999]"
                .transform(list -> "v: " + list));

    assertThat(yaml.tree().get("v"))
        .hasToString(
            "[\"no\",\"012\",12,-3,1.5,1000.0,true,null,\"12:30\",\"0x1F\",\"1_000\",\"2027-01-31\",\".inf\",\"5\",99999999999]");
  }

  static Stream<Arguments> refused() {
    String billion =
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + IntStream.range(0, 4)
                .mapToObj(i -> alias((char) ('b' + i), (char) ('a' + i)))
                .collect(Collectors.joining());
    return Stream.of(
        Arguments.of("", "a.yaml:1:1 the file is empty; give it at least the required keys"),
        Arguments.of(
            "# only a comment\n",
            "a.yaml:1:1 the file is empty; give it at least the required keys"),
        Arguments.of(
            "- a\n",
            "a.yaml:1:1 the file is not a mapping of keys to values; write lines of the form key: value"),
        Arguments.of(
            "just words\n",
            "a.yaml:1:1 the file is not a mapping of keys to values; write lines of the form key: value"),
        Arguments.of(
            "a: 1\nb: [1, 2\nc: 3\n",
            "a.yaml:3:2 it is not YAML: expected ',' or ']', but got :; look at the indentation, quotes and colons on this line and the one before"),
        Arguments.of(
            "a: 1\n\tb: 2\n",
            "a.yaml:2:1 it is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation); look at the indentation, quotes and colons on this line and the one before"),
        Arguments.of(
            "a: 1\n---\nb: 2\n",
            "a.yaml:2:1 it is not YAML: but found another document; look at the indentation, quotes and colons on this line and the one before"),
        Arguments.of(
            "a: 1\nb: 2\na: 3\n",
            "a.yaml:3:1 the key stands twice: first in line 1; keep one of the two"),
        Arguments.of(
            "a: !!java.lang.Runtime x\n",
            "a.yaml:1:4 the tag tag:yaml.org,2002:java.lang.Runtime is not allowed here; write the value without a tag"),
        Arguments.of(
            "a: !mine {b: 1}\n",
            "a.yaml:1:4 the tag !mine is not allowed here; write the value without a tag"),
        Arguments.of(
            "a: &a {b: 1}\nc:\n  <<: *a\n",
            "a.yaml:3:3 merge keys are not read; repeat the keys, or use an alias for a whole value"),
        Arguments.of("? [a]\n: 1\n", "a.yaml:1:3 a key must be a word; write key: value"),
        Arguments.of(
            "a: &a\n  b: *a\n",
            "a.yaml:2:3 an alias stands inside what it names; write it without the alias"),
        Arguments.of(
            "a: \u0007\n",
            "a.yaml:1:4 it holds the character U+0007, which YAML does not allow; remove the character"),
        Arguments.of(
            billion, "a.yaml:1:1 aliases make the file too large; write it without aliases"));
  }

  private static String alias(char name, char of) {
    return name + ": &" + name + " [" + ("*" + of + ",").repeat(9) + "*" + of + "]\n";
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesInOneLine(String text, String expected) {
    assertThat(refusal(() -> PositionedYaml.parse("a.yaml", text))).isEqualTo(expected);
  }

  @Test
  void aliasesOfWholeValuesAreRead() {
    assertThat(PositionedYaml.parse("a.yaml", "a: &a {b: 1}\nc: *a\n").tree())
        .hasToString("{\"a\":{\"b\":1},\"c\":{\"b\":1}}");
  }

  @Test
  void filesThatCannotBeReadAreOneProblem() throws IOException {
    Path here = folder.resolve("dev-aws.yaml");
    Files.writeString(here, "\uFEFFa: 1\n");

    assertThat(PositionedYaml.read(here).tree()).hasToString("{\"a\":1}");
    assertThat(refusal(() -> PositionedYaml.read(folder.resolve("dev-aw.yaml"))))
        .isEqualTo(
            folder.resolve("dev-aw.yaml")
                + ":1:1 there is no such file; did you mean "
                + here
                + "?");
    assertThat(refusal(() -> PositionedYaml.read(folder.resolve("no/such/x.yaml"))))
        .endsWith(":1:1 there is no such file; check the path");
    assertThat(refusal(() -> PositionedYaml.read(folder)))
        .isEqualTo(folder + ":1:1 it is a directory, not a file; name the file itself");
  }

  @Test
  void onlyUtf8IsRead() throws IOException {
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refusal(() -> PositionedYaml.read(latin)))
        .isEqualTo(latin + ":2:7 this byte is not UTF-8; save the file as UTF-8");
  }

  @Test
  void aHugeFileIsRefused() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    Files.writeString(huge, "a: " + "x".repeat(PositionedYaml.MAX_BYTES));

    assertThat(refusal(() -> PositionedYaml.read(huge)))
        .isEqualTo(huge + ":1:1 it is larger than 1 MiB; is it the right file?");
  }

  private static String refusal(Runnable read) {
    ProblemException e = catchThrowableOfType(ProblemException.class, read::run);
    assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
    assertThat(e.problems()).hasSize(1);
    Problem problem = e.problems().get(0);
    return problem.place().orElseThrow()
        + " "
        + problem.reason()
        + "; "
        + problem.remedy().orElseThrow();
  }
}
