package dev.mlestate.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured of one scenario.
 *
 * @param id names it in the file of results
 * @param title names it for a reader
 */
record Measurement(String id, String title, List<MeasuredProcess.Run> runs) {
  Measurement {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException(id + " was not run");
    }
  }

  private List<Double> seconds() {
    return runs.stream().map(run -> seconds(run.wall())).sorted().toList();
  }

  double minimum() {
    return seconds().get(0);
  }

  double median() {
    return median(seconds());
  }

  double maximum() {
    return seconds().get(runs.size() - 1);
  }

  /** The median of the processor time of all processes, in seconds. */
  double cpu() {
    return median(runs.stream().map(run -> seconds(run.cpu())).sorted().toList());
  }

  /** The most that each kind of process had in memory in any run, in bytes. */
  SortedMap<String, Long> peaks() {
    SortedMap<String, Long> peaks = new TreeMap<>();
    runs.forEach(
        run -> run.peakResidentBytes().forEach((name, peak) -> peaks.merge(name, peak, Math::max)));
    return peaks;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /** The middle of sorted numbers; between the two middle ones of an even number. */
  static double median(List<Double> sorted) {
    List<Double> numbers = new ArrayList<>(sorted);
    int middle = numbers.size() / 2;
    return numbers.size() % 2 == 1
        ? numbers.get(middle)
        : (numbers.get(middle - 1) + numbers.get(middle)) / 2;
  }
}
