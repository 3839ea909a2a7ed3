package dev.mlestate.application;

import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.Leftover;
import java.util.ArrayList;
import java.util.List;

/** What is left in simulated clouds after a destruction. */
final class CloudDocument {
  private CloudDocument() {}

  static Document of(List<ExistingResource> inventory, List<Leftover> leftovers) {
    List<Line> lines = new ArrayList<>();
    for (ExistingResource resource : inventory) {
      lines.add(Line.of("left: " + resource.type() + " " + resource.id()));
    }
    for (Leftover leftover : leftovers) {
      lines.add(
          Line.of(
              "%s: %s %s"
                  .formatted(
                      leftover.reason(), leftover.resource().type(), leftover.resource().id())));
    }
    return lines.isEmpty()
        ? new Document("", List.of(new Block.Paragraph(Line.of("The simulated cloud is empty."))))
        : new Document("What remains in the simulated cloud", List.of(new Block.Points(lines)));
  }
}
