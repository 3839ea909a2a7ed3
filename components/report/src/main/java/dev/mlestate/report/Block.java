package dev.mlestate.report;

import java.util.List;

/** A part of a document. */
public sealed interface Block {
  /** What to do with each kind of block. */
  interface Cases<R> {
    R heading(Heading heading);

    R paragraph(Paragraph paragraph);

    R verdict(Verdict verdict);

    R points(Points points);

    R table(Table table);

    R tree(Tree tree);

    R code(Code code);

    R details(Details details);
  }

  /** Does what the cases say for this kind of block. */
  <R> R match(Cases<R> cases);

  /**
   * A heading.
   *
   * @param level 1 for a part of the document, 2 for a part of that, and so on
   */
  record Heading(int level, String text) implements Block {
    public Heading {
      if (level < 1 || level > 4) {
        throw new IllegalArgumentException("level " + level);
      }
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.heading(this);
    }
  }

  /** Running text. */
  record Paragraph(Line line) implements Block {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.paragraph(this);
    }
  }

  /** The sentence that says how it went. */
  record Verdict(Severity severity, Line line) implements Block {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.verdict(this);
    }
  }

  /** Points without an order. */
  record Points(List<Line> lines) implements Block {
    public Points {
      lines = List.copyOf(lines);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.points(this);
    }
  }

  /**
   * A table.
   *
   * @param rows each with a cell for every column
   */
  record Table(List<Column> columns, List<List<Line>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Line> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(row.size() + " cells, " + columns.size() + " columns");
        }
      }
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.table(this);
    }
  }

  /**
   * A tree whose nodes have cells beside their labels.
   *
   * @param columns of the cells; the labels have none
   */
  record Tree(List<Column> columns, Node root) implements Block {
    public Tree {
      columns = List.copyOf(columns);
      root.requireCells(columns.size());
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.tree(this);
    }
  }

  /**
   * A node of a tree.
   *
   * @param cells one for every column of the tree
   */
  record Node(Line label, List<Line> cells, List<Node> children) {
    public Node {
      cells = List.copyOf(cells);
      children = List.copyOf(children);
    }

    private void requireCells(int count) {
      if (cells.size() != count) {
        throw new IllegalArgumentException(cells.size() + " cells, " + count + " columns");
      }
      children.forEach(child -> child.requireCells(count));
    }
  }

  /**
   * Text to be kept as it is.
   *
   * @param language for highlighting, such as yaml; empty for none
   */
  record Code(String language, String text) implements Block {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.code(this);
    }
  }

  /** Blocks that a reader may pass over. */
  record Details(Line summary, List<Block> blocks) implements Block {
    public Details {
      blocks = List.copyOf(blocks);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.details(this);
    }
  }
}
