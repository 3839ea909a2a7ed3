package dev.mlestate.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.report.Document;
import java.util.List;

/** An estate on several clouds, the file's own first. */
public final class Comparison {
  private final String name;
  private final List<Candidate> candidates;

  Comparison(String name, List<Candidate> candidates) {
    this.name = name;
    this.candidates = List.copyOf(candidates);
  }

  /** For people. */
  public Document document() {
    return ComparisonDocument.of(name, candidates);
  }

  /** For programs. */
  public ObjectNode json() {
    return ComparisonJson.of(name, candidates);
  }
}
