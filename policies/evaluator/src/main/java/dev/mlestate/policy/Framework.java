package dev.mlestate.policy;

import dev.mlestate.model.CompliancePack;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A body of requirements that controls are evidence for.
 *
 * @param pack the pack of an environment file that stands for it; none where no environment can
 *     demand it
 * @param requirements the short name of each requirement that a control names
 * @param source where its text is published
 */
public record Framework(
    String id,
    Optional<CompliancePack> pack,
    String title,
    String edition,
    String source,
    Map<String, String> requirements) {
  public Framework {
    requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
  }
}
