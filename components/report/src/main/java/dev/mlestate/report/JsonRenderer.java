package dev.mlestate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Renders the document's structure as JSON; a line is its text without emphasis. */
public final class JsonRenderer implements Renderer {
  private static final ObjectWriter WRITER = new JsonMapper().writerWithDefaultPrettyPrinter();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Override
  public String render(Document document) {
    ObjectNode root = NODES.objectNode().put("title", document.title());
    root.set("blocks", blocks(document.blocks()));
    try {
      return WRITER.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is written to memory", e);
    }
  }

  private static ArrayNode blocks(List<Block> blocks) {
    ArrayNode array = NODES.arrayNode();
    blocks.forEach(block -> array.add(block(block)));
    return array;
  }

  private static ObjectNode block(Block block) {
    return block.match(new Nodes());
  }

  private static ObjectNode node(String type) {
    return NODES.objectNode().put("type", type);
  }

  /** The JSON of a block. */
  private record Nodes() implements Block.Cases<ObjectNode> {
    @Override
    public ObjectNode heading(Block.Heading heading) {
      return node("heading").put("level", heading.level()).put("text", heading.text());
    }

    @Override
    public ObjectNode paragraph(Block.Paragraph paragraph) {
      return node("paragraph").put("text", text(paragraph.line()));
    }

    @Override
    public ObjectNode verdict(Block.Verdict verdict) {
      return node("verdict")
          .put("severity", verdict.severity().word())
          .put("text", text(verdict.line()));
    }

    @Override
    public ObjectNode points(Block.Points points) {
      return node("points").set("items", texts(points.lines()));
    }

    @Override
    public ObjectNode table(Block.Table table) {
      ObjectNode node = node("table").set("columns", columns(table.columns()));
      ArrayNode rows = node.putArray("rows");
      table.rows().forEach(row -> rows.add(texts(row)));
      return node;
    }

    @Override
    public ObjectNode tree(Block.Tree tree) {
      ObjectNode node = node("tree").set("columns", columns(tree.columns()));
      return node.set("root", branch(tree.root()));
    }

    @Override
    public ObjectNode code(Block.Code code) {
      return node("code").put("language", code.language()).put("text", code.text());
    }

    @Override
    public ObjectNode details(Block.Details details) {
      return node("details")
          .put("summary", text(details.summary()))
          .set("blocks", blocks(details.blocks()));
    }
  }

  private static ArrayNode columns(List<Column> columns) {
    ArrayNode array = NODES.arrayNode();
    columns.forEach(
        column ->
            array
                .addObject()
                .put("title", column.title())
                .put("alignment", column.alignment().name().toLowerCase(Locale.ROOT)));
    return array;
  }

  private static ObjectNode branch(Block.Node branch) {
    ObjectNode node = NODES.objectNode().put("label", text(branch.label()));
    node.set("cells", texts(branch.cells()));
    ArrayNode children = node.putArray("children");
    branch.children().forEach(child -> children.add(branch(child)));
    return node;
  }

  private static ArrayNode texts(List<Line> lines) {
    ArrayNode array = NODES.arrayNode();
    lines.forEach(line -> array.add(text(line)));
    return array;
  }

  private static String text(Line line) {
    return line.spans().stream()
        .map(span -> span instanceof Span.Mark mark ? mark.severity().word() : span.text())
        .collect(Collectors.joining());
  }
}
