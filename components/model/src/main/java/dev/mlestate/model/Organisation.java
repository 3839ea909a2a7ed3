package dev.mlestate.model;

import java.util.List;
import java.util.Map;

/** The floors and ceilings that every environment keeps (organisation.yaml). */
public record Organisation(
    @Key(value = "The organisation's name", required = true, format = Format.NAME, longest = 63)
        String name,
    @Key(
            value = "Tags that everything must have which takes tags",
            required = true,
            fewest = 1,
            format = Format.NAME,
            longest = 63)
        List<String> mandatoryTags,
    @Key(value = "What environments may have, by stage", required = true)
        Map<Stage, StageLimits> environments) {
  public Organisation {
    mandatoryTags = List.copyOf(mandatoryTags);
    environments = Ordered.copyOf(environments);
  }
}
