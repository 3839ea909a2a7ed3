package dev.mlestate.planning;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Team;
import java.util.Optional;

/** Who pays. */
public final class Teams {
  /** The team of what no team owns. */
  public static final String SHARED = "shared";

  private Teams() {}

  /** The cost centre of a team, or of what no team owns. */
  public static String costCenter(Environment environment, Optional<String> team) {
    return environment.teams().stream()
        .filter(t -> team.filter(t.name()::equals).isPresent())
        .map(Team::costCenter)
        .findFirst()
        .orElse(environment.costCenter());
  }
}
