package dev.mlestate.inventory;

import java.util.List;

/** Resources, in the order of their URNs. */
public record Inventory(List<Resource> resources) {
  public Inventory {
    resources = List.copyOf(resources);
  }
}
