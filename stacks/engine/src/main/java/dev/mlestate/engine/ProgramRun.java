package dev.mlestate.engine;

import dev.mlestate.engine.event.Diagnostic.Severity;
import dev.mlestate.engine.event.Failure;
import dev.mlestate.engine.event.Reporter;
import dev.mlestate.engine.monitor.Configuration;
import dev.mlestate.engine.monitor.MonitorServer;
import dev.mlestate.engine.program.Program;
import dev.mlestate.engine.program.ProgramEnvironment;
import dev.mlestate.engine.step.Deployment;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs the program against a deployment, from its start to its end. */
final class ProgramRun {
  // How long a program may take to end once a step has failed.
  private static final long PROGRAM_GRACE_SECONDS = 5;

  private final EngineSettings settings;
  private final Deployment deployment;
  private Program.@Nullable Running program;
  private boolean cancelled;

  ProgramRun(EngineSettings settings, Deployment deployment) {
    this.settings = settings;
    this.deployment = deployment;
  }

  /** Runs the program; says why the deployment did not reach its end. */
  Optional<Failure> run() {
    try (MonitorServer server =
        MonitorServer.start(
            deployment,
            new Configuration(settings.config(), settings.secretKeys()),
            settings.organization(),
            settings.parallel(),
            settings.program().inProcess())) {
      ProgramEnvironment environment =
          new ProgramEnvironment(
              server.address(),
              settings.organization(),
              settings.project(),
              settings.stack(),
              deployment.run().preview(),
              settings.parallel(),
              settings.config(),
              settings.secretKeys(),
              line -> deployment.run().reporter().say(Severity.INFO, "", line));
      Program.Running running = settings.program().start(environment);
      synchronized (this) {
        program = running;
        if (cancelled) {
          running.kill();
        }
      }
      return deployment.finish(await(running));
    }
  }

  synchronized void cancel() {
    cancelled = true;
    if (program != null) {
      program.kill();
    }
  }

  private Optional<Failure> await(Program.Running running) {
    Program.Outcome outcome = outcome(running);
    if (outcome.exitCode() == 0) {
      return Optional.empty();
    }
    Reporter reporter = deployment.run().reporter();
    String message =
        reporter
            .firstError()
            .map(diagnostic -> diagnostic.message())
            .or(() -> Optional.of(outcome.message()).filter(text -> !text.isEmpty()))
            .orElse("the program ended with exit code " + outcome.exitCode());
    if (reporter.firstError().isEmpty()) {
      reporter.say(Severity.ERROR, "", message);
    }
    return Optional.of(new Failure(Failure.Kind.PROGRAM, "", message));
  }

  private Program.Outcome outcome(Program.Running running) {
    long failedAt = 0;
    while (true) {
      try {
        return running.outcome().get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        boolean failed = deployment.failure().isPresent();
        failedAt = failed && failedAt == 0 ? System.nanoTime() : failedAt;
        if (failed
            && System.nanoTime() - failedAt > TimeUnit.SECONDS.toNanos(PROGRAM_GRACE_SECONDS)) {
          running.kill();
        }
      } catch (InterruptedException e) {
        running.kill();
        deployment.stop(Engine.CANCELLED);
        Thread.currentThread().interrupt();
        return new Program.Outcome(1, "interrupted");
      } catch (ExecutionException e) {
        return new Program.Outcome(1, String.valueOf(e.getCause()));
      }
    }
  }
}
