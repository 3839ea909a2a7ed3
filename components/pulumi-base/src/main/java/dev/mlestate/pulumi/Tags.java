package dev.mlestate.pulumi;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Team;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tags by which everything is found and paid for. */
public final class Tags {
  /** The team of what no team owns. */
  public static final String SHARED = "shared";

  private final Environment environment;

  private Tags(Environment environment) {
    this.environment = environment;
  }

  public static Tags of(Environment environment) {
    return new Tags(environment);
  }

  /** The tags of what no team owns. */
  public Map<String, String> shared() {
    return owned(SHARED, environment.costCenter());
  }

  /** The tags of what the team owns, at the team's cost centre; without a team, the shared ones. */
  public Map<String, String> of(Optional<String> team) {
    String costCenter =
        environment.teams().stream()
            .filter(candidate -> team.isPresent() && candidate.name().equals(team.get()))
            .map(Team::costCenter)
            .findFirst()
            .orElse(environment.costCenter());
    return owned(team.orElse(SHARED), costCenter);
  }

  private Map<String, String> owned(String team, String costCenter) {
    Map<String, String> tags = new TreeMap<>();
    tags.put("owner", environment.owner());
    tags.put("team", team);
    tags.put("cost-center", costCenter);
    tags.put("environment", environment.environment().word());
    tags.put("data-classification", environment.dataClassification().word());
    tags.put("estate", environment.estate());
    return Collections.unmodifiableMap(tags);
  }
}
