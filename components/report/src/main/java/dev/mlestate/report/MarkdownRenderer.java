package dev.mlestate.report;

import java.util.List;
import java.util.stream.Collectors;

/** Renders as GitHub's Markdown, for comments and job summaries. */
public final class MarkdownRenderer implements Renderer {
  @Override
  public String render(Document document) {
    String title = document.title().isEmpty() ? "" : "# " + escape(document.title()) + "\n\n";
    return title + blocks(document.blocks(), 1) + "\n";
  }

  private static String blocks(List<Block> blocks, int depth) {
    return blocks.stream().map(block -> block(block, depth)).collect(Collectors.joining("\n\n"));
  }

  private static String block(Block block, int depth) {
    return block.match(new Text(depth));
  }

  /** The Markdown of a block below so many headings. */
  private record Text(int depth) implements Block.Cases<String> {
    @Override
    public String heading(Block.Heading heading) {
      return "#".repeat(heading.level() + depth) + " " + escape(heading.text());
    }

    @Override
    public String paragraph(Block.Paragraph paragraph) {
      return line(paragraph.line());
    }

    @Override
    public String verdict(Block.Verdict verdict) {
      return "**" + new Span.Mark(verdict.severity()).text() + "** " + line(verdict.line());
    }

    @Override
    public String points(Block.Points points) {
      return points.lines().stream().map(p -> "- " + line(p)).collect(Collectors.joining("\n"));
    }

    @Override
    public String table(Block.Table table) {
      return MarkdownRenderer.table(table);
    }

    @Override
    public String tree(Block.Tree tree) {
      return fenced("text", String.join("\n", treeLines(tree)));
    }

    @Override
    public String code(Block.Code code) {
      return fenced(code.language(), code.text());
    }

    @Override
    public String details(Block.Details details) {
      return "<details><summary>"
          + line(details.summary())
          + "</summary>\n\n"
          + blocks(details.blocks(), depth)
          + "\n\n</details>";
    }
  }

  /** A tree keeps its columns only in letters of one width. */
  private static List<String> treeLines(Block.Tree tree) {
    return new TerminalGrid(new TerminalText(false))
        .tree(tree).stream().map(String::stripTrailing).toList();
  }

  private static String table(Block.Table table) {
    String titles =
        table.columns().stream()
            .map(column -> escape(column.title()))
            .collect(Collectors.joining(" | ", "| ", " |"));
    String rule =
        table.columns().stream()
            .map(
                column ->
                    switch (column.alignment()) {
                      case LEFT -> "---";
                      case RIGHT -> "---:";
                    })
            .collect(Collectors.joining("|", "|", "|"));
    String rows =
        table.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(MarkdownRenderer::line)
                        .collect(Collectors.joining(" | ", "\n| ", " |")))
            .collect(Collectors.joining());
    return titles + "\n" + rule + rows;
  }

  private static String fenced(String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text.stripTrailing() + "\n" + fence;
  }

  private static String line(Line line) {
    return line.spans().stream().map(MarkdownRenderer::span).collect(Collectors.joining());
  }

  private static String span(Span span) {
    if (span instanceof Span.Words words) {
      return switch (words.emphasis()) {
        case PLAIN -> escape(words.text());
        case STRONG -> "**" + escape(words.text()) + "**";
        case MUTED -> "<sub>" + escape(words.text()) + "</sub>";
        case LITERAL -> literal(words.text());
      };
    }
    return "**" + span.text() + "**";
  }

  private static String literal(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}+", " ").replace("|", "\\|");
    return oneLine.contains("`") ? "`` " + oneLine + " ``" : "`" + oneLine + "`";
  }

  private static String escape(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ")
        .replaceAll("([\\\\`*_{}\\[\\]|~#])", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        // No comment of ours calls anybody.
        .replace("@", "@\u200b");
  }
}
