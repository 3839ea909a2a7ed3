package dev.mlestate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RenderersTest {
  private static final Document DOCUMENT =
      new Document(
          "vision prod",
          List.of(
              new Block.Verdict(Severity.HIGH, Line.of("2 findings stop the update")),
              new Block.Heading(1, "Findings"),
              new Block.Table(
                  List.of(Column.left("rule"), Column.right("count"), Column.left("what")),
                  List.of(
                      List.of(
                          Line.of(Span.literal("ENC-01")),
                          Line.of("12"),
                          Line.of(new Span.Mark(Severity.CRITICAL)).then(" a|b")),
                      List.of(Line.of(Span.literal("X")), Line.of("3"), Line.of("fine")))),
              new Block.Tree(
                  List.of(Column.left("quantity"), Column.right("monthly")),
                  node(
                      "vision",
                      "$1,234",
                      node("Clusters", "$1,000", node("train", "$73"), node("h100", "$927")),
                      node("Keys", "$234", node("data", "$234")))),
              new Block.Points(List.of(Line.of("first"), Line.of(Span.strong("second")))),
              new Block.Details(
                  Line.of("Assumptions"),
                  List.of(
                      new Block.Paragraph(Line.of(Span.muted("730 hours"))),
                      new Block.Code("yaml", "usage:\n  h100: 14\n")))));

  private static Block.Node node(String label, String usd, Block.Node... children) {
    return new Block.Node(Line.of(label), List.of(Line.of(""), Line.of(usd)), List.of(children));
  }

  private static String terminal(boolean colour, int width, Block... blocks) {
    return new TerminalRenderer(colour, width).render(new Document("", List.of(blocks)));
  }

  @Test
  void rendersForATerminalWithoutColour() {
    assertThat(new TerminalRenderer(false, 80).render(DOCUMENT))
        .isEqualTo(
            """
            vision prod

            ✖ high 2 findings stop the update

            Findings

            rule    count  what
            ENC-01     12  ✖ critical a|b
            X           3  fine

                         quantity  monthly
            vision                  $1,234
            ├─ Clusters             $1,000
            │  ├─ train                $73
            │  └─ h100                $927
            └─ Keys                   $234
               └─ data                $234

            • first
            • second

            Assumptions
              730 hours
                usage:
                  h100: 14
            """);
  }

  @Test
  void colourChangesNothingElse() {
    String coloured = new TerminalRenderer(true, 80).render(DOCUMENT);
    assertThat(coloured).contains("\u001b[1;31m✖ high\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(new TerminalRenderer(false, 80).render(DOCUMENT));
  }

  @Test
  void rendersMarkdown() {
    assertThat(new MarkdownRenderer().render(DOCUMENT))
        .isEqualTo(
            """
            # vision prod

            **✖ high** 2 findings stop the update

            ## Findings

            | rule | count | what |
            |---|---:|---|
            | `ENC-01` | 12 | **✖ critical** a\\|b |
            | `X` | 3 | fine |

            ```text
                         quantity  monthly
            vision                  $1,234
            ├─ Clusters             $1,000
            │  ├─ train                $73
            │  └─ h100                $927
            └─ Keys                   $234
               └─ data                $234
            ```

            - first
            - **second**

            <details><summary>Assumptions</summary>

            <sub>730 hours</sub>

            ```yaml
            usage:
              h100: 14
            ```

            </details>
            """);
  }

  @Test
  void rendersJson() {
    String json =
        new JsonRenderer()
            .render(
                new Document(
                    "t",
                    List.of(
                        new Block.Verdict(Severity.PASS, Line.of("ok")),
                        new Block.Tree(List.of(Column.right("usd")), leaf("a")))));
    assertThat(json.replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"title\":\"t\",\"blocks\":[{\"type\":\"verdict\",\"severity\":\"pass\",\"text\":\"ok\"},"
                + "{\"type\":\"tree\",\"columns\":[{\"title\":\"usd\",\"alignment\":\"right\"}],"
                + "\"root\":{\"label\":\"a\",\"cells\":[\"unknown\"],\"children\":[]}}]}");
    assertThat(new JsonRenderer().render(DOCUMENT)).contains("\"ENC-01\"", "\"critical a|b\"");
  }

  private static Block.Node leaf(String label) {
    return new Block.Node(
        Line.of(label), List.of(Line.of(new Span.Mark(Severity.UNKNOWN))), List.of());
  }

  @Test
  void namesFromFilesCannotSteerTheTerminalOrThePage() {
    Block evil = new Block.Paragraph(Line.of("\u001b[2Jgone\r\n<script>@all*x*"));
    assertThat(terminal(false, 80, evil)).isEqualTo(" [2Jgone <script>@all*x*\n");
    assertThat(new MarkdownRenderer().render(new Document("", List.of(evil))))
        .isEqualTo(" \\[2Jgone &lt;script&gt;@\u200ball\\*x\\*\n");
    assertThat(
            new MarkdownRenderer()
                .render(new Document("", List.of(new Block.Code("", "a\n```\nb")))))
        .isEqualTo("````\na\n```\nb\n````\n");
  }

  @Property(tries = 200)
  void wrapsWithoutLosingWords(
      @ForAll List<@IntRange(min = 1, max = 12) Integer> lengths,
      @ForAll @IntRange(min = 40, max = 100) int width) {
    String text = String.join(" ", lengths.stream().map("x"::repeat).toList());
    String rendered = terminal(false, width, new Block.Paragraph(Line.of(text)));
    assertThat(rendered.lines()).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
    assertThat(rendered.replace('\n', ' ').strip()).isEqualTo(text);
  }

  @Test
  void refusesRowsAndNodesThatDoNotFitTheColumns() {
    List<Column> columns = List.of(Column.left("a"));
    assertThatThrownBy(() -> new Block.Table(columns, List.of(List.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Block.Tree(List.of(), leaf("a")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Block.Heading(0, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
