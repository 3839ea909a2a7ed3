package dev.mlestate.engine.state;

import java.util.List;

/**
 * A stack's resources at one moment, each after those that it depends on.
 *
 * @param pending operations that had begun when a run was interrupted
 */
public record Snapshot(List<ResourceState> resources, List<PendingOperation> pending) {
  public static final Snapshot EMPTY = new Snapshot(List.of(), List.of());

  public Snapshot {
    resources = List.copyOf(resources);
    pending = List.copyOf(pending);
  }
}
