package dev.mlestate.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Organisation;

/**
 * Plans estates on one cloud. Implementations are found by ServiceLoader, are pure and call no
 * cloud.
 */
public interface CloudPlanner {
  Cloud cloud();

  /** Decides everything that the components need, or says all that stands in the way. */
  PlanResult plan(Environment environment, Organisation organisation, Catalog catalog);
}
