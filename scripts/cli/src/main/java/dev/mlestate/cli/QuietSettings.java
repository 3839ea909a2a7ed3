package dev.mlestate.cli;

import dev.mlestate.application.RunChoices;
import dev.mlestate.application.RunListener;
import dev.mlestate.application.RunSettings;
import java.time.Clock;
import java.util.Optional;

/** Settings of commands that read or edit a state and run nothing. */
final class QuietSettings {
  private QuietSettings() {}

  static RunSettings of(Output output) {
    return of(output, RunListener.SILENT);
  }

  static RunSettings of(Output output, RunListener listener) {
    return new RunSettings(
        output.environment(), Clock.systemUTC(), 1, RunChoices.NONE, Optional.empty(), listener);
  }
}
