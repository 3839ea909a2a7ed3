package dev.mlestate.engine.state;

import java.nio.file.Path;

/** The files of one stack's state. */
record StateFolder(Path folder) {
  /** The document of {@code pulumi stack export}. */
  Path state() {
    return folder.resolve("state.json");
  }

  /** What the state was when it was written. */
  Path checksums() {
    return folder.resolve("state.json.sum");
  }

  /** The state before the last one. */
  Path backup() {
    return folder.resolve("state.json.bak");
  }

  /** What the run under way has done. */
  Path journal() {
    return folder.resolve("journal");
  }

  /** What led from the backup to the state. */
  Path lastJournal() {
    return folder.resolve("journal.bak");
  }

  Path lock() {
    return folder.resolve("lock");
  }
}
