package dev.mlestate.planning.capability;

import dev.mlestate.model.Cloud;
import dev.mlestate.planning.CloudPlanner;
import dev.mlestate.planning.Planners;
import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Capabilities by cloud. Each cloud says in a table beside its planner, {@code capabilities.csv},
 * what realises a capability or why nothing can.
 */
public final class CapabilityMatrix {
  private final Map<String, Map<Cloud, Support>> rows;
  private final List<Cloud> clouds;

  CapabilityMatrix(List<Cloud> clouds, Map<String, Map<Cloud, Support>> rows) {
    this.clouds = List.copyOf(clouds);
    this.rows = new TreeMap<>(rows);
  }

  /**
   * The matrix of the clouds on the class path.
   *
   * @throws dev.mlestate.problem.ProblemException with every damaged row
   */
  public static CapabilityMatrix load() {
    Map<String, Map<Cloud, Support>> rows = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Cloud cloud : Planners.clouds()) {
      CloudPlanner planner = Planners.find(cloud).orElseThrow();
      CapabilityTable.read(planner, problems)
          .forEach(
              (name, support) ->
                  rows.computeIfAbsent(name, n -> new EnumMap<>(Cloud.class)).put(cloud, support));
    }
    CapabilityTable.refuse(problems);
    return new CapabilityMatrix(Planners.clouds(), rows);
  }

  /** Names, such as tpu-slice, in alphabetical order. */
  public Set<String> capabilities() {
    return rows.keySet();
  }

  /** The clouds of the matrix, in the order of their declaration. */
  public List<Cloud> clouds() {
    return clouds;
  }

  /** What a cloud does about a capability; empty: its table forgets to say. */
  public Optional<Support> support(String capability, Cloud cloud) {
    return Optional.ofNullable(rows.getOrDefault(capability, Map.of()).get(cloud));
  }

  /** A problem for each cloud that does not say what it does about a capability of another. */
  public List<Problem> gaps() {
    List<Problem> gaps = new ArrayList<>();
    for (String capability : capabilities()) {
      for (Cloud cloud : clouds) {
        if (support(capability, cloud).isEmpty()) {
          gaps.add(
              Problem.of(
                  capability,
                  cloud.word() + " has no row for it",
                  "add one to its capabilities.csv: the resources that realise it, or the reason"
                      + " and the alternative"));
        }
      }
    }
    return gaps;
  }
}
