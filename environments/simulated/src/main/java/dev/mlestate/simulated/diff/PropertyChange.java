package dev.mlestate.simulated.diff;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A difference between old and new inputs.
 *
 * @param path where, such as {@code ingress[0].fromPort}
 * @param tablePaths the places in the form of the replacement table, such as {@code
 *     ingress[].fromPort}: the changed place and, when a whole object comes or goes, its members
 */
public record PropertyChange(String path, Kind kind, SortedSet<String> tablePaths) {
  /** What happens to the value. */
  public enum Kind {
    ADD,
    DELETE,
    UPDATE
  }

  public PropertyChange {
    tablePaths = Collections.unmodifiableSortedSet(new TreeSet<>(tablePaths));
  }

  /** The name of the top-level property. */
  public String property() {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return path.substring(0, end);
  }
}
