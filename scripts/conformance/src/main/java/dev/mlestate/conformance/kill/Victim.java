package dev.mlestate.conformance.kill;

import dev.mlestate.engine.UpdateResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** The process that is killed: one run of the small estate. */
public final class Victim {
  /** What it prints when the run begins, and, before a point, when it has come to that. */
  static final String BEGUN = "begun";

  static final String AT = "at ";

  private final PrintStream out;

  /** One that says on a stream how far it has come. */
  public Victim(PrintStream out) {
    this.out = out;
  }

  static String[] arguments(Path folder, Deed deed, KillPoint point) {
    return new String[] {
      folder.toString(),
      deed.verb().name().toLowerCase(Locale.ROOT),
      Integer.toString(deed.version()),
      point.toString()
    };
  }

  /**
   * Runs to the end, unless it is killed before.
   *
   * @return the process's exit code: 0 for a run that succeeded
   */
  public int run(String[] arguments) {
    Deed deed =
        new Deed(
            Deed.Verb.valueOf(arguments[1].toUpperCase(Locale.ROOT)),
            Integer.parseInt(arguments[2]));
    Snare snare = new Snare(KillPoint.parse(arguments[3]), this::say);
    try (SmallStack stack = new SmallStack(Path.of(arguments[0]), snare)) {
      line(BEGUN);
      UpdateResult result = deed.run(stack.engine(deed.version()));
      result.failure().ifPresent(failure -> line(failure.message()));
      return result.failure().isPresent() ? 1 : 0;
    }
  }

  private void say(KillPoint point) {
    line(AT + point);
  }

  private synchronized void line(String text) {
    out.println(text);
    out.flush();
  }
}
