package dev.mlestate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables and trees by columns of spaces. */
final class TerminalGrid {
  private static final String GAP = "  ";

  private final TerminalText text;

  /** A row, and what draws the tree's lines before its first cell. */
  private record Row(String branch, List<Line> cells) {
    int width(int column) {
      return TerminalText.width(cells.get(column)) + (column == 0 ? branch.length() : 0);
    }
  }

  TerminalGrid(TerminalText text) {
    this.text = text;
  }

  List<String> table(Block.Table table) {
    List<Row> rows = new ArrayList<>();
    rows.add(titles(table.columns()));
    table.rows().forEach(cells -> rows.add(new Row("", cells)));
    return lines(table.columns(), rows);
  }

  List<String> tree(Block.Tree tree) {
    List<Column> columns =
        Stream.concat(Stream.of(Column.left("")), tree.columns().stream()).toList();
    List<Row> rows = new ArrayList<>();
    if (tree.columns().stream().anyMatch(column -> !column.title().isEmpty())) {
      rows.add(titles(columns));
    }
    grow(tree.root(), "", "", rows);
    return lines(columns, rows);
  }

  private void grow(Block.Node node, String branch, String below, List<Row> rows) {
    rows.add(
        new Row(branch, Stream.concat(Stream.of(node.label()), node.cells().stream()).toList()));
    for (int i = 0; i < node.children().size(); i++) {
      boolean last = i == node.children().size() - 1;
      grow(
          node.children().get(i),
          below + (last ? "└─ " : "├─ "),
          below + (last ? "   " : "│  "),
          rows);
    }
  }

  private static Row titles(List<Column> columns) {
    return new Row(
        "", columns.stream().map(column -> Line.of(Span.muted(column.title()))).toList());
  }

  private List<String> lines(List<Column> columns, List<Row> rows) {
    int[] widths = new int[columns.size()];
    for (Row row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.width(i));
      }
    }
    return rows.stream().map(row -> line(columns, widths, row)).toList();
  }

  private String line(List<Column> columns, int[] widths, Row row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = (i == 0 ? text.faint(row.branch()) : "") + text.render(row.cells().get(i));
      String space = " ".repeat(widths[i] - row.width(i));
      line.append(i == 0 ? "" : GAP)
          .append(
              switch (columns.get(i).alignment()) {
                case LEFT -> cell + space;
                case RIGHT -> space + cell;
              });
    }
    return line.toString();
  }
}
