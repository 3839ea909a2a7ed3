package dev.mlestate.conformance.differential;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A step's beginning or end.
 *
 * @param urn without the stack's part
 * @param keys the properties that make the resource be replaced
 * @param diffs the properties that changed
 * @param detail the kind of change by path
 * @param needs the URNs that the resource depends on after the step, where the engine tells
 * @param needed the same before the step
 */
record TraceEvent(
    Phase phase,
    String operation,
    String urn,
    List<String> keys,
    List<String> diffs,
    Map<String, String> detail,
    Set<String> needs,
    Set<String> needed) {
  enum Phase {
    BEGUN,
    DONE,
    FAILED
  }

  /**
   * One line, such as {@code replace keys=[fixed] diffs=[fixed] detail={fixed: update-replace}}.
   */
  String line() {
    StringBuilder line = new StringBuilder(operation);
    if (!keys.isEmpty()) {
      line.append(" keys=").append(keys.stream().sorted().toList());
    }
    if (!diffs.isEmpty()) {
      line.append(" diffs=").append(diffs.stream().sorted().toList());
    }
    if (!detail.isEmpty()) {
      line.append(" detail=").append(new TreeMap<>(detail).toString().replace("=", ": "));
    }
    return line.toString();
  }
}
