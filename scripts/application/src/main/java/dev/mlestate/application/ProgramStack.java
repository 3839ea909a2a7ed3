package dev.mlestate.application;

import dev.mlestate.engine.RunOptions;
import dev.mlestate.engine.program.StackConfiguration;
import dev.mlestate.engine.state.StateStore;

/** The stack of a program of one's own. */
public record ProgramStack(ProgramWorkspace workspace, RunSettings settings)
    implements ManagedStack {
  @Override
  public String name() {
    return workspace.stack();
  }

  @Override
  public String project() {
    return workspace.project().name();
  }

  @Override
  public StateStore store() {
    return StateStore.in(workspace.folder(), settings.variables(), settings.clock());
  }

  @Override
  public String bringUp() {
    return "mlestate up --program %s --stack %s"
        .formatted(workspace.project().folder(), workspace.stack());
  }

  /** The project may ask for a refresh before every run. */
  @Override
  public RunOptions options() {
    RunOptions options = settings.options();
    return options.withRefresh(options.refresh() || workspace.project().refreshes());
  }

  @Override
  public ProgramStackRun open() {
    StateStore store = store();
    // A wrong passphrase and a damaged state are found before anything is begun.
    StackConfiguration configuration =
        StackConfiguration.read(workspace.project(), workspace.stack(), settings.variables());
    store.read();
    return new ProgramStackRun(this, configuration, store);
  }
}
