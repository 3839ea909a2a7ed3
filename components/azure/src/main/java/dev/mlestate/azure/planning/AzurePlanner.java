package dev.mlestate.azure.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Organisation;
import dev.mlestate.planning.CloudPlanner;
import dev.mlestate.planning.EstatePlanner;
import dev.mlestate.planning.PlanResult;

/** Plans estates on Azure. */
public final class AzurePlanner implements CloudPlanner {
  /** For ServiceLoader. */
  public AzurePlanner() {}

  @Override
  public Cloud cloud() {
    return Cloud.AZURE;
  }

  @Override
  public PlanResult plan(Environment environment, Organisation organisation, Catalog catalog) {
    return EstatePlanner.plan(new AzureRules(), environment, organisation, catalog);
  }
}
