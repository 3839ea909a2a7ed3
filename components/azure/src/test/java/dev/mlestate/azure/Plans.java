package dev.mlestate.azure;

import dev.mlestate.azure.planning.AzurePlanner;
import dev.mlestate.azure.testing.AcceptingAzure;
import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.planning.EstatePlan;
import dev.mlestate.planning.PlanResult;
import dev.mlestate.testkit.recorded.RecordedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The project's own environments, planned as they are or with an edit. */
public final class Plans {
  private static final Path ENVIRONMENTS =
      Path.of(System.getProperty("mlestate.root"), "environments");

  /** Each environment is realised once. */
  private static final Map<String, RecordedStack> REALISED = new ConcurrentHashMap<>();

  private Plans() {}

  /** What environments/&lt;stack&gt;.yaml registers. */
  static RecordedStack realised(String stack) {
    return REALISED.computeIfAbsent(stack, name -> realised(of(name)));
  }

  static RecordedStack realised(EstatePlan plan) {
    return RecordedStack.of(new AcceptingAzure(), context -> new AzureEstate().realize(plan));
  }

  /** Plans environments/&lt;stack&gt;.yaml. */
  public static EstatePlan of(String stack) {
    return plan(ENVIRONMENTS.resolve(stack + ".yaml"));
  }

  /** Plans an environment with another text in a place of its own. */
  static EstatePlan edited(Path folder, String stack, UnaryOperator<String> edit) {
    try {
      Path file = folder.resolve(stack + ".yaml");
      Files.writeString(file, edit.apply(Files.readString(ENVIRONMENTS.resolve(stack + ".yaml"))));
      Files.writeString(
          folder.resolve("organisation.yaml"),
          Files.readString(ENVIRONMENTS.resolve("organisation.yaml")));
      return plan(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EstatePlan plan(Path path) {
    EnvironmentFile file = EnvironmentReader.read(path);
    PlanResult result =
        new AzurePlanner().plan(file.environment(), file.organisation(), Catalog.load());
    if (result instanceof PlanResult.Infeasible infeasible) {
      throw new AssertionError("infeasible: " + infeasible.problems());
    }
    return ((PlanResult.Feasible) result).plan();
  }
}
