package dev.mlestate.application;

/** Sentences that more than one command says. */
final class Notices {
  static final String PREVIEWING =
      "running the program against the simulated cloud, changing nothing";
  static final String SIMULATED =
      "The cloud is simulated: nothing was created anywhere else. For a real one run"
          + " 'pulumi up --stack %s' in stacks/estate.";

  private Notices() {}
}
