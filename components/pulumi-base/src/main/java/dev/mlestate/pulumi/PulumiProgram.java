package dev.mlestate.pulumi;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Log;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentImpl.DeploymentState;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Runner;
import com.pulumi.internal.PulumiInternal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Runs a Pulumi program as {@link com.pulumi.Pulumi#run} does, without its busy waiting and without
 * its debugging messages, unless {@code PULUMI_EXCESSIVE_DEBUG_OUTPUT} asks for them.
 */
public final class PulumiProgram {
  private PulumiProgram() {}

  /**
   * Runs the program for the engine that the environment variables name.
   *
   * @return Pulumi's exit code
   */
  public static int run(Consumer<Context> program) {
    return run(DeploymentState.fromEnvironment(), program).join();
  }

  /**
   * Runs the program for the engine of a deployment, which the calling thread works for from then
   * on.
   *
   * @return Pulumi's exit code, once the program and all that it began is done
   */
  public static CompletableFuture<Integer> run(DeploymentState state, Consumer<Context> program) {
    Runner runner = new CompletionRunner(state.runner);
    state.runner = runner;
    if (!DeploymentState.ExcessiveDebugOutput) {
      state.logger = new QuietLogger(state.logger);
    }
    DeploymentImpl deployment = new DeploymentImpl(state);
    DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
    return new PulumiInternal(runner, context(deployment, runner)).runAsync(program);
  }

  private static ContextInternal context(DeploymentImpl deployment, Runner runner) {
    Log log = deployment.getLog();
    return new ContextInternal(
        deployment.getOrganizationName(),
        deployment.getProjectName(),
        deployment.getStackName(),
        new LoggingContextInternal(log),
        new ConfigContextInternal(
            deployment.getProjectName(), name -> new Config(deployment.getConfig(), name)),
        new OutputContextInternal(new OutputFactory(runner)),
        List.of());
  }
}
