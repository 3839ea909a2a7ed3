package dev.mlestate.pulumi;

import com.pulumi.core.Output;
import dev.mlestate.model.Cloud;
import dev.mlestate.planning.EstatePlan;
import java.util.Map;

/**
 * Registers the resources of one cloud that realise a plan. Implementations are found by
 * ServiceLoader.
 */
public interface EstateRealizer {
  Cloud cloud();

  /**
   * Registers everything and returns the stack's outputs, whose names are the same on every cloud.
   */
  Map<String, Output<?>> realize(EstatePlan plan);
}
