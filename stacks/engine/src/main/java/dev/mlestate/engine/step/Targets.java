package dev.mlestate.engine.step;

import dev.mlestate.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The resources that a run is restricted to. A pattern is a URN or has {@code *} for any text
 * without a colon and {@code **} for any text, as in Pulumi.
 */
public final class Targets {
  private final List<String> patterns;
  private final boolean dependents;
  private final Set<String> urns = new HashSet<>();
  private final List<Pattern> globs = new ArrayList<>();

  /**
   * No patterns: no restriction.
   *
   * @param dependents whether what depends on a target is one, too
   */
  public Targets(List<String> patterns, boolean dependents) {
    this.patterns = List.copyOf(patterns);
    this.dependents = dependents;
    for (String pattern : this.patterns) {
      if (pattern.contains("*")) {
        globs.add(glob(pattern));
      } else {
        urns.add(pattern);
      }
    }
  }

  private static Pattern glob(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("\\*\\*", -1))
            .map(
                part ->
                    Arrays.stream(part.split("\\*", -1))
                        .map(literal -> literal.isEmpty() ? "" : Pattern.quote(literal))
                        .collect(Collectors.joining("[^:]*")))
            .collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  /** The same restriction without what has been added since. */
  Targets copy() {
    return new Targets(patterns, dependents);
  }

  boolean constrained() {
    return !patterns.isEmpty();
  }

  boolean withDependents() {
    return dependents;
  }

  boolean contains(String urn) {
    return !constrained()
        || urns.contains(urn)
        || globs.stream().anyMatch(glob -> glob.matcher(urn).matches());
  }

  /** Whether a resource is a target, or depends on one where that makes it one. */
  boolean covers(ResourceState state) {
    return contains(state.urn())
        || (dependents && state.allDependencies().stream().anyMatch(this::contains));
  }

  /** Makes a resource a target because it depends on one. */
  void add(String urn) {
    urns.add(urn);
  }

  /** The targets that are whole URNs. */
  List<String> literals() {
    return patterns.stream().filter(pattern -> !pattern.contains("*")).toList();
  }
}
