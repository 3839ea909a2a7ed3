package dev.mlestate.conformance.kill;

import java.util.Locale;

/**
 * Where a process is killed: at the n-th time that something happens in it.
 *
 * @param number counted from 1; of {@link Kind#TIME}, milliseconds after the run has begun
 */
record KillPoint(Kind kind, int number) {
  /** What happens. */
  enum Kind {
    /** The cloud is asked for a change; the journal says so, the cloud has done nothing. */
    REQUEST,
    /** The cloud has made a change durable, and answers. */
    ANSWER,
    /** The journal or the state is about to be written. */
    WRITE,
    /** Half of what is written is in the file. */
    TORN,
    /** All of it is in the file, and not yet forced to the disk. */
    UNFORCED,
    /** It has been forced to the disk. */
    FORCED,
    /** Any moment. */
    TIME
  }

  static KillPoint parse(String text) {
    String[] parts = text.split(":", 2);
    return new KillPoint(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + number;
  }
}
