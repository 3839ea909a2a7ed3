package dev.mlestate.simulated.diff;

import java.util.List;
import java.util.Set;

/**
 * What a provider answers about a change.
 *
 * @param changes every difference
 * @param replacing those of them that need a new resource
 * @param deleteFirst whether the old resource must go before the new one can be made
 */
public record DiffAnswer(
    List<PropertyChange> changes, Set<PropertyChange> replacing, boolean deleteFirst) {
  public DiffAnswer {
    changes = List.copyOf(changes);
    replacing = Set.copyOf(replacing);
  }
}
