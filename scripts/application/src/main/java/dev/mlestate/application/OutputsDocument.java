package dev.mlestate.application;

import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Span;
import dev.mlestate.wire.PropertyValue;
import java.util.List;
import java.util.Map;

/** The outputs of a stack, secrets hidden. */
final class OutputsDocument {
  private OutputsDocument() {}

  static Document of(PropertyValue.Obj outputs) {
    List<Block.Node> nodes =
        outputs.members().entrySet().stream().map(OutputsDocument::node).toList();
    return new Document(
        "Outputs",
        List.of(new Block.Tree(List.of(), new Block.Node(Line.of("outputs"), List.of(), nodes))));
  }

  private static Block.Node node(Map.Entry<String, PropertyValue> entry) {
    PropertyValue value = entry.getValue();
    if (value instanceof PropertyValue.Obj members) {
      return new Block.Node(
          Line.of(entry.getKey()),
          List.of(),
          members.members().entrySet().stream().map(OutputsDocument::node).toList());
    }
    return new Block.Node(
        Line.of(Span.plain(entry.getKey() + ": "), Span.literal(text(value))),
        List.of(),
        List.of());
  }

  private static String text(PropertyValue value) {
    if (value instanceof PropertyValue.Str text) {
      return text.value();
    }
    if (value instanceof PropertyValue.Num number) {
      return number.value() == Math.rint(number.value())
          ? Long.toString((long) number.value())
          : Double.toString(number.value());
    }
    if (value instanceof PropertyValue.Bool bool) {
      return Boolean.toString(bool.value());
    }
    if (value instanceof PropertyValue.Array array) {
      return String.join(", ", array.elements().stream().map(OutputsDocument::text).toList());
    }
    if (value instanceof PropertyValue.Secret) {
      return "[secret]";
    }
    return value instanceof PropertyValue.Unknown ? "(known after up)" : "(none)";
  }
}
