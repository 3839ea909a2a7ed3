package dev.mlestate.model;

import dev.mlestate.problem.Place;
import dev.mlestate.problem.Places;
import java.nio.file.Path;

/**
 * An environment file that was read, beside the organisation that it must obey.
 *
 * @param places where the environment's keys stand; gives later problems their place
 * @param organisationPlaces where the organisation's keys stand
 */
public record EnvironmentFile(
    Path path,
    Environment environment,
    Places places,
    Organisation organisation,
    Places organisationPlaces) {

  /** The name of the stack: the file's name without its ending. */
  public String stackName() {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Where a key of the organisation's limits for this environment's stage stands. */
  public Place limitPlace(String key) {
    return organisationPlaces.of("environments." + environment.environment().word() + "." + key);
  }
}
