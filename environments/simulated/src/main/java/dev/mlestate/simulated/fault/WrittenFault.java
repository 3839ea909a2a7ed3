package dev.mlestate.simulated.fault;

import dev.mlestate.problem.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fault as somebody wrote it, with the place of each word.
 *
 * @param text the whole, to name it by
 * @param path before its keys' names, such as {@code faults[0].}
 */
record WrittenFault(String text, String path, Word kind, Map<String, Setting> settings) {
  /** A word and where it stands. */
  record Word(String text, Place place) {}

  /** A key's own place, and its value. */
  record Setting(Place key, Word value) {}

  WrittenFault {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
