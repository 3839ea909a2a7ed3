package dev.mlestate.model;

import java.util.List;
import java.util.Map;

/** The floors and ceilings that every environment keeps (organisation.yaml). */
public record Organisation(
    String name, List<String> mandatoryTags, Map<Stage, StageLimits> environments) {
  public Organisation {
    mandatoryTags = List.copyOf(mandatoryTags);
  }
}
