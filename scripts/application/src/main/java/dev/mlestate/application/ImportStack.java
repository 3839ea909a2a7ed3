package dev.mlestate.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mlestate.engine.state.StackImport;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.report.Severity;
import java.util.ArrayList;
import java.util.List;

/** Replaces a stack's state by a deployment that was exported, here or by the Pulumi CLI. */
public final class ImportStack {
  private static final String REMEDY =
      "import what 'pulumi stack export' or 'mlestate stack export' printed";

  private final ManagedStack stack;

  public ImportStack(ManagedStack stack) {
    this.stack = stack;
  }

  /**
   * Takes a deployment over; the cloud is not asked.
   *
   * @param source the name to print where the text is wrong
   * @param force whether to go on where the deployment is of another stack or does not hold
   *     together
   * @throws ProblemException if the text is no deployment that can be taken over
   */
  public Document run(String source, String text, boolean force) {
    StackImport.Report report =
        stack
            .store()
            .edits()
            .importDeployment(parse(source, text), stack.project(), stack.name(), force);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Verdict(
            Severity.PASS,
            Line.of(
                "the state of %s has %d resources".formatted(stack.name(), report.resources()))));
    if (!report.warnings().isEmpty()) {
      blocks.add(new Block.Points(report.warnings().stream().map(Line::of).toList()));
    }
    return new Document("", blocks);
  }

  private static JsonNode parse(String source, String text) {
    try {
      JsonNode document = new ObjectMapper().readTree(text);
      if (!document.isObject()) {
        throw refused(source, 1, 1, "it is no deployment, which is a JSON object");
      }
      return document;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw refused(source, line, column, "it is not JSON");
    }
  }

  private static ProblemException refused(String source, int line, int column, String reason) {
    return new ProblemException(
        ErrorKind.CONFIGURATION,
        Problem.of("", reason, REMEDY).at(new Place(source, line, column)));
  }
}
