package dev.mlestate.gcp.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Organisation;
import dev.mlestate.planning.CloudPlanner;
import dev.mlestate.planning.EstatePlanner;
import dev.mlestate.planning.PlanResult;

/** Plans estates on Google Cloud. */
public final class GcpPlanner implements CloudPlanner {
  /** For ServiceLoader. */
  public GcpPlanner() {}

  @Override
  public Cloud cloud() {
    return Cloud.GCP;
  }

  @Override
  public PlanResult plan(Environment environment, Organisation organisation, Catalog catalog) {
    return EstatePlanner.plan(new GcpRules(), environment, organisation, catalog);
  }
}
