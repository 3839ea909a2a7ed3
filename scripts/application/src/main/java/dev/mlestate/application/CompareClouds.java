package dev.mlestate.application;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.Planners;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plans and prices one environment's intent on several clouds, without a second file. Nothing is
 * made, and no state is read: every cloud begins empty.
 */
public final class CompareClouds {
  private final RunContext context;

  public CompareClouds(RunContext context) {
    this.context = context;
  }

  /**
   * Compares the file's own cloud with others. A node pool or serving that a cloud cannot have is
   * left out there and said to be.
   *
   * @param words of the clouds besides the file's own, such as gcp; none: all that can be planned
   * @throws ProblemException if the file itself cannot be planned, or there is no such cloud
   */
  public Comparison run(List<String> words) {
    List<Cloud> others = clouds(words);
    Path original = context.workspace().environmentFile();
    EnvironmentFile file = EnvironmentReader.read(original);
    Cloud own = file.environment().cloud();
    List<Candidate> candidates = new ArrayList<>();
    try (ScratchFolder scratch = ScratchFolder.beside(original)) {
      Path copy = scratch.write(own.word(), ScratchFolder.read(original));
      candidates.add(preview(own, copy, List.of()));
      others.stream()
          .filter(cloud -> cloud != own)
          .distinct()
          .forEach(cloud -> candidates.add(elsewhere(file, cloud, scratch)));
    }
    return new Comparison(file.stackName(), candidates);
  }

  private static List<Cloud> clouds(List<String> words) {
    if (words.isEmpty()) {
      return Planners.clouds();
    }
    List<String> known = Arrays.stream(Cloud.values()).map(Cloud::word).toList();
    List<Problem> unknown =
        words.stream()
            .filter(word -> !known.contains(word))
            .map(
                word ->
                    Problem.of(
                        "--cloud", "there is no cloud " + word, "use " + String.join(", ", known)))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, unknown);
    }
    return Arrays.stream(Cloud.values()).filter(cloud -> words.contains(cloud.word())).toList();
  }

  private Candidate elsewhere(EnvironmentFile file, Cloud cloud, ScratchFolder scratch) {
    CloudTwin twin;
    try {
      twin = CloudTwin.of(file, cloud, Catalog.load());
    } catch (ProblemException e) {
      return new Candidate(cloud, Optional.empty(), List.of(), e.problems());
    }
    while (true) {
      Path written = scratch.write(cloud.word(), twin.text());
      try {
        return preview(cloud, written, twin.differences());
      } catch (ProblemException e) {
        if (e.kind() != ErrorKind.CONFIGURATION || !twin.leaveOut(e.problems())) {
          return new Candidate(cloud, Optional.empty(), twin.differences(), e.problems());
        }
      }
    }
  }

  private Candidate preview(Cloud cloud, Path environmentFile, List<String> differences) {
    QuietListener quiet = new QuietListener(context.listener(), "previewing on " + cloud.word());
    List<Candidate.Result> results = new ArrayList<>();
    Outcome outcome =
        new ReviewedPreview(at(environmentFile, quiet), true)
            .then(
                (review, reviewer, run) -> {
                  results.add(new Candidate.Result(reviewer.planned().plan(), review));
                  return new Outcome(review.document(), Optional.empty());
                });
    if (outcome.failure().isPresent()) {
      quiet.last().ifPresent(context.listener()::show);
      throw new ProblemException(
          outcome.failure().get(),
          Problem.of("cloud", "the preview on " + cloud.word() + " failed", "see what it said"));
    }
    return new Candidate(cloud, results.stream().findFirst(), differences, List.of());
  }

  private RunContext at(Path environmentFile, RunListener listener) {
    Workspace workspace = context.workspace();
    // The account that the person named is that of one cloud alone.
    Map<String, String> variables = new TreeMap<>(context.variables());
    variables.remove(SimulatedClouds.ACCOUNT);
    return new RunContext(
        new Workspace(
            environmentFile,
            workspace.stack(),
            environmentFile.resolveSibling("state").resolve(environmentFile.getFileName()),
            workspace.program()),
        context.settings().withVariables(variables).withListener(listener));
  }
}
