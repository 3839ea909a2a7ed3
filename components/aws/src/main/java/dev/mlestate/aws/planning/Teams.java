package dev.mlestate.aws.planning;

import dev.mlestate.model.Environment;
import dev.mlestate.model.Team;
import java.util.Optional;

/** Who pays. */
final class Teams {
  /** The team of what no team owns. */
  static final String SHARED = "shared";

  private Teams() {}

  static String costCenter(Environment environment, Optional<String> team) {
    return environment.teams().stream()
        .filter(t -> team.filter(t.name()::equals).isPresent())
        .map(Team::costCenter)
        .findFirst()
        .orElse(environment.costCenter());
  }
}
