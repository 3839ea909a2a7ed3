package dev.mlestate.estate;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.ExhaustedOption;
import dev.mlestate.planning.Planners;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import dev.mlestate.pulumi.EstateRealizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the stack's environment file, plans it, and registers what the plan asks for. The file is
 * the configuration value {@code estate:environmentFile}, absolute or relative to Pulumi.yaml's
 * folder; by default it is {@code ../../environments/<stack>.yaml}. Ways to get machines that the
 * cloud has none of are left out where {@code estate:exhausted} names them, {@code
 * cluster/pool/option} separated by commas.
 */
public final class EstateProgram implements Consumer<Context> {
  @Override
  public void accept(Context context) {
    try {
      Path file =
          Path.of(
              context
                  .config()
                  .get("environmentFile")
                  .orElse("../../environments/" + context.stackName() + ".yaml"));
      EstatePlan plan =
          ExhaustedOption.without(
              Planners.plan(EnvironmentReader.read(file)),
              exhausted(context.config().get("exhausted").orElse("")));
      realizer(plan.environment().cloud()).realize(plan).forEach(context::export);
    } catch (ProblemException e) {
      // A RunException is printed as it is, without a stack trace.
      throw new RunException(message(e.problems()));
    }
  }

  private static List<ExhaustedOption> exhausted(String text) {
    List<ExhaustedOption> exhausted = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      exhausted.add(
          ExhaustedOption.parse(each)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          ErrorKind.CONFIGURATION,
                          Problem.of(
                              "estate:exhausted",
                              "\"" + each + "\" names no way to get machines",
                              "write cluster/pool/option, such as train/h100/spot"))));
    }
    return exhausted;
  }

  private static EstateRealizer realizer(Cloud cloud) {
    return ServiceLoader.load(EstateRealizer.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(candidate -> candidate.cloud() == cloud)
        .findFirst()
        .orElseThrow(() -> new ProblemException(ErrorKind.CONFIGURATION, Planners.missing(cloud)));
  }

  private static String message(List<Problem> problems) {
    return problems.stream().map(EstateProgram::line).collect(Collectors.joining("\n"));
  }

  private static String line(Problem problem) {
    StringBuilder line = new StringBuilder();
    problem.place().ifPresent(place -> line.append(place).append(": "));
    if (!problem.path().isEmpty()) {
      line.append(problem.path()).append(": ");
    }
    line.append(problem.reason());
    problem.remedy().ifPresent(remedy -> line.append("; ").append(remedy));
    return line.toString();
  }
}
