package dev.mlestate.report;

import java.util.ArrayList;
import java.util.List;

/** Renders for a terminal: columns by spaces, trees by lines, folded parts unfolded. */
public final class TerminalRenderer implements Renderer {
  private static final String INDENT = "  ";

  /** How wide it may be in order to be read, and in order to fit. */
  private static final int MIN_WIDTH = 40;

  private final TerminalText text;
  private final int width;

  /**
   * Creates a renderer.
   *
   * @param colour whether the terminal shows colours and NO_COLOR is not set
   * @param width columns of the terminal; text is wrapped there, tables and trees are not
   */
  public TerminalRenderer(boolean colour, int width) {
    this.text = new TerminalText(colour);
    this.width = Math.max(MIN_WIDTH, width);
  }

  @Override
  public String render(Document document) {
    List<String> lines = new ArrayList<>();
    if (!document.title().isEmpty()) {
      lines.add(text.strong(document.title()));
    }
    for (Block block : document.blocks()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(lines(block, width));
    }
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line.stripTrailing()).append('\n'));
    return out.toString();
  }

  private List<String> lines(Block block, int columns) {
    return block.match(new Lines(columns));
  }

  /** The lines of a block of at most so many columns. */
  private final class Lines implements Block.Cases<List<String>> {
    private final int columns;

    private Lines(int columns) {
      this.columns = columns;
    }

    @Override
    public List<String> heading(Block.Heading heading) {
      return List.of(text.strong(heading.text()));
    }

    @Override
    public List<String> paragraph(Block.Paragraph paragraph) {
      return text.wrap(paragraph.line(), columns);
    }

    @Override
    public List<String> verdict(Block.Verdict verdict) {
      return text.wrap(TerminalText.after(verdict.severity(), verdict.line()), columns);
    }

    @Override
    public List<String> points(Block.Points points) {
      List<String> lines = new ArrayList<>();
      for (Line point : points.lines()) {
        String bullet = "• ";
        for (String line : text.wrap(point, columns - bullet.length())) {
          lines.add(bullet + line);
          bullet = "  ";
        }
      }
      return lines;
    }

    @Override
    public List<String> table(Block.Table table) {
      return new TerminalGrid(text).table(table);
    }

    @Override
    public List<String> tree(Block.Tree tree) {
      return new TerminalGrid(text).tree(tree);
    }

    @Override
    public List<String> code(Block.Code code) {
      return indented(code.text().lines().map(TerminalText::clean).toList());
    }

    @Override
    public List<String> details(Block.Details details) {
      List<String> lines = new ArrayList<>(text.wrap(details.summary(), columns));
      for (Block inner : details.blocks()) {
        lines.addAll(indented(lines(inner, columns - INDENT.length())));
      }
      return lines;
    }

    private List<String> lines(Block inner, int innerColumns) {
      return TerminalRenderer.this.lines(inner, innerColumns);
    }
  }

  private static List<String> indented(List<String> lines) {
    return lines.stream().map(line -> INDENT + line).toList();
  }
}
