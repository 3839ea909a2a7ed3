package dev.mlestate.conformance.kill;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.UpdateResult;

/**
 * What a process does to a stack.
 *
 * @param version of the program
 */
record Deed(Verb verb, int version) {
  /** The commands that change a state. */
  enum Verb {
    UP,
    DESTROY,
    REFRESH
  }

  UpdateResult run(Engine engine) {
    return switch (verb) {
      case UP -> engine.up();
      case DESTROY -> engine.destroy();
      case REFRESH -> engine.refresh();
    };
  }

  @Override
  public String toString() {
    return verb.name().toLowerCase(java.util.Locale.ROOT) + " " + version;
  }
}
