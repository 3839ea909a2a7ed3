package dev.mlestate.application;

import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.preview.PreviewDocument;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.report.Block;
import dev.mlestate.report.Document;
import dev.mlestate.report.Line;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.Leftover;
import java.util.ArrayList;
import java.util.List;

/** Deletes an environment from its simulated cloud. */
public final class DestroyEstate {
  private final RunContext context;

  public DestroyEstate(RunContext context) {
    this.context = context;
  }

  /**
   * Deletes everything that the state knows, dependents first.
   *
   * @throws ProblemException if there is no such stack, or its state cannot be read
   */
  public Outcome run() {
    RunListener listener = context.listener();
    requireStack(context);
    EnvironmentFile file = EnvironmentReader.read(context.workspace().environmentFile());
    try (SimulatedRun run = SimulatedRun.open(context, file.environment())) {
      int known = Steps.changes(run.engine(event -> {}).previewDestroy());
      listener.phase("deleting %d resources from the simulated cloud".formatted(known));
      UpdateResult result = run.engine(Steps.telling(listener, known)).destroy();
      listener.show(ChangesDocument.done(result));
      listener.show(leftOvers(run.clouds()));
      return new Outcome(PreviewDocument.write(result), Outcome.kind(result.failure()));
    }
  }

  /** A stack that was never brought up cannot be destroyed or exported. */
  static void requireStack(RunContext context) {
    Workspace workspace = context.workspace();
    if (!SimulatedRun.store(context).exists()) {
      throw new ProblemException(
          ErrorKind.STACK_NOT_FOUND,
          Problem.of(
              "",
              "there is no stack %s in %s"
                  .formatted(workspace.stack(), workspace.folder().getParent()),
              "bring it up first: mlestate up " + workspace.environmentFile()));
    }
  }

  private static Document leftOvers(SimulatedClouds clouds) {
    List<Line> lines = new ArrayList<>();
    for (ExistingResource resource : clouds.inventory()) {
      lines.add(Line.of("left: " + resource.type() + " " + resource.id()));
    }
    for (Leftover leftover : clouds.leftovers()) {
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
