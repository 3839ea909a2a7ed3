package dev.mlestate.model;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.Nearest;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Reads organisation.yaml. */
public final class OrganisationReader {
  /** The tags that everything gets which takes tags; an organisation can demand no other. */
  static final List<String> TAGS =
      List.of("owner", "team", "cost-center", "environment", "data-classification", "estate");

  private OrganisationReader() {}

  /**
   * Reads the file.
   *
   * @throws ProblemException of kind CONFIGURATION with every problem of the file
   */
  public static OrganisationFile read(Path file) {
    return parse(PositionedYaml.read(file));
  }

  static OrganisationFile parse(PositionedYaml yaml) {
    Reported reported = new Reported(yaml.places());
    // An organisation has no defaults that depend on a stage.
    Organisation organisation =
        new Binder(Stage.PROD, reported).bind(Organisation.class, yaml.tree());
    check(organisation, reported);
    if (!reported.problems().isEmpty()) {
      throw new ProblemException(ErrorKind.CONFIGURATION, reported.problems());
    }
    return new OrganisationFile(organisation, yaml.places());
  }

  private static void check(Organisation organisation, Reported reported) {
    for (int i = 0; i < organisation.mandatoryTags().size(); i++) {
      String tag = organisation.mandatoryTags().get(i);
      if (!TAGS.contains(tag)) {
        reported.rule(
            "mandatoryTags[" + i + "]", "no resource gets a tag " + tag, Nearest.remedy(tag, TAGS));
      }
    }
    organisation
        .environments()
        .forEach(
            (stage, limits) -> {
              String path = "environments." + stage.word();
              limits
                  .accounts()
                  .forEach(
                      (cloud, accounts) ->
                          CloudForms.accounts(
                              reported, cloud, accounts, path + ".accounts." + cloud.word()));
              limits
                  .regions()
                  .forEach(
                      (cloud, regions) ->
                          CloudForms.regions(
                              reported, cloud, regions, path + ".regions." + cloud.word()));
              if (limits.maxNodesPerPool() > limits.maxNodes()) {
                reported.rule(
                    path + ".maxNodesPerPool",
                    "it is greater than maxNodes, " + limits.maxNodes(),
                    "lower it, or raise maxNodes",
                    path + ".maxNodes");
              }
            });
  }
}
