package dev.mlestate.testkit.stack;

import dev.mlestate.model.Cloud;
import dev.mlestate.model.Environment;
import dev.mlestate.model.EnvironmentFile;
import dev.mlestate.model.EnvironmentReader;
import dev.mlestate.model.Organisation;
import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rules and prices must know beside a stack's resources.
 *
 * @param own whether the test has named an environment of its own
 */
record Surroundings(Environment environment, Organisation organisation, boolean own) {
  private record Place(Cloud cloud, CloudPlace place) {}

  private static final Map<Place, Surroundings> ASSUMED = new ConcurrentHashMap<>();

  private static final CloudPlace NOWHERE = new CloudPlace("", "");

  /**
   * The surroundings of a stack in a cloud.
   *
   * @throws ProblemException if the environment file is wrong, or is for another cloud
   */
  static Surroundings of(StackSettings settings, Cloud cloud) {
    if (settings.environment().isEmpty()) {
      return ASSUMED.computeIfAbsent(
          new Place(cloud, settings.places().getOrDefault(cloud, NOWHERE)), Surroundings::assumed);
    }
    Path file = settings.environment().get();
    EnvironmentFile read = EnvironmentReader.read(file);
    if (read.environment().cloud() != cloud) {
      throw new ProblemException(
          ErrorKind.CONFIGURATION,
          Problem.of(
              "cloud",
              "%s is for %s, but the program has resources in %s"
                  .formatted(file, read.environment().cloud().word(), cloud.word()),
              "test each cloud's part with an environment of its own"));
    }
    return new Surroundings(read.environment(), read.organisation(), true);
  }

  private static Surroundings assumed(Place place) {
    try {
      Path folder = Files.createTempDirectory("mlestate-testkit-");
      Path organisation = folder.resolve(EnvironmentReader.ORGANISATION);
      Path environment = folder.resolve("environment.yaml");
      try {
        Files.writeString(organisation, organisation(place));
        Files.writeString(environment, environment(place));
        EnvironmentFile read = EnvironmentReader.read(environment);
        return new Surroundings(read.environment(), read.organisation(), false);
      } finally {
        Files.deleteIfExists(organisation);
        Files.deleteIfExists(environment);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no file can be written for a test", e);
    }
  }

  private static String environment(Place place) {
    return """
    estate: test
    environment: dev
    cloud: %s
    account: "%s"
    region: %s
    owner: test@example.com
    costCenter: test
    compliance: []
    """
        .formatted(word(place), place.place().account(), place.place().region());
  }

  private static String organisation(Place place) {
    return """
    name: test
    mandatoryTags: [owner]
    environments:
      dev:
        accounts: {%1$s: ["%2$s"]}
        regions: {%1$s: [%3$s]}
        machineTypes: {%1$s: []}
        maxNodesPerPool: 100000
        maxNodes: 100000
        gpuHoursPerMonth: 1000000000
        monthlyUsd: 1000000000
        compliance: []
    """
        .formatted(word(place), place.place().account(), place.place().region());
  }

  private static String word(Place place) {
    return place.cloud().word().toLowerCase(Locale.ROOT);
  }
}
