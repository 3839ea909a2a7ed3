package dev.mlestate.aws.planning;

import dev.mlestate.catalog.Catalog;
import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.Organisation;
import dev.mlestate.planning.CloudPlanner;
import dev.mlestate.planning.EstatePlanner;
import dev.mlestate.planning.PlanResult;

/** Plans estates on AWS. */
public final class AwsPlanner implements CloudPlanner {
  /** For ServiceLoader. */
  public AwsPlanner() {}

  @Override
  public Cloud cloud() {
    return Cloud.AWS;
  }

  @Override
  public PlanResult plan(Environment environment, Organisation organisation, Catalog catalog) {
    return EstatePlanner.plan(new AwsRules(), environment, organisation, catalog);
  }
}
