package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mlestate.problem.ErrorKind;
import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationTest {
  private static final String ORGANISATION =
      """
      name: example-org
      mandatoryTags: [owner, team]
      environments:
        dev:
          accounts: {aws: ["333344445555"]}
          regions: {aws: [us-east-1]}
          machineTypes: {aws: [g6.*]}
          maxNodesPerPool: 4
          maxNodes: 6
          gpuHoursPerMonth: 100
          monthlyUsd: 6000
          compliance: [cis]
      """;

  private final Path folder;

  OrganisationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsLimits() throws IOException {
    EnvironmentFile file = read(EnvironmentFixtures.SMALLEST, ORGANISATION);

    assertThat(file.organisation().environments().get(Stage.DEV))
        .extracting(StageLimits::maxNodesPerPool, StageLimits::monthlyUsd)
        .containsExactly(4, 6000.0);
    assertThat(file.limitPlace("machineTypes.aws").line()).isEqualTo(7);
    assertThat(file.places().of("clusters[0].nodePools[0].accelerator.type").column())
        .isEqualTo(48);
  }

  @Test
  void everyLoosenedLimitNamesBothLines() throws IOException {
    String environment =
        EnvironmentFixtures.SMALLEST
                .replace("333344445555", "999999999999")
                .replace("us-east-1", "eu-west-1")
                .replace("{type: L4}", "{type: L4}, nodes: {max: 5}")
            + """
            compliance: [soc2]
            budget: {monthlyUsd: 6000.5, gpuHoursPerMonth: 101}
            policyParameters: {maxNodesPerPool: 5}
            teams: [{name: ads, gpuHoursPerMonth: 101}]
            residency: {allowedRegions: [eu-west-1, us-east-1]}
            """;
    Path organisation = folder.resolve("organisation.yaml");

    List<Problem> problems = problems(environment, ORGANISATION);

    assertThat(
            EnvironmentFixtures.lines(problems).stream()
                .map(l -> l.replace(organisation.toString(), "O")))
        .containsExactly(
            "4:10 account: the account 999999999999 is not listed for dev (O:5:16); use 333344445555",
            "5:9 region: the region eu-west-1 is not listed for dev (O:6:15); use us-east-1",
            "8:1 clusters: the pools may have 8 nodes together, more than 6 (O:9:15); lower nodes.max of some pools by 2 in all",
            "10:66 clusters[0].nodePools[0].nodes.max: 5 is above the organisation's maxNodesPerPool of 4 (O:8:22); use at most 4",
            "11:1 compliance: the pack cis is missing, which dev must have (O:12:18); add cis",
            "12:22 budget.monthlyUsd: 6000.5 is above the organisation's monthlyUsd of 6000 (O:11:17); use at most 6000",
            "12:48 budget.gpuHoursPerMonth: 101 is above the organisation's gpuHoursPerMonth of 100 (O:10:23); use at most 100",
            "13:37 policyParameters.maxNodesPerPool: 5 is above the organisation's maxNodesPerPool of 4 (O:8:22); use at most 4",
            "14:39 teams[0].gpuHoursPerMonth: 101 is above the organisation's gpuHoursPerMonth of 100 (O:10:23); use at most 100",
            "15:30 residency.allowedRegions[0]: the region eu-west-1 is not listed for dev (O:6:15); use us-east-1");
    assertThat(problems)
        .allSatisfy(p -> assertThat(p.place().orElseThrow().file()).endsWith("dev.yaml"));
  }

  @Test
  void tighterIsAllowed() throws IOException {
    EnvironmentFile file =
        read(
            EnvironmentFixtures.SMALLEST
                + "policyParameters: {maxNodesPerPool: 3}\nbudget: {monthlyUsd: 10}\ncompliance: [cis, soc2]\n",
            ORGANISATION);

    assertThat(file.environment().policyParameters().maxNodesPerPool()).contains(3);
  }

  @Test
  void aStageWithoutLimitsIsRefused() throws IOException {
    assertThat(
            EnvironmentFixtures.lines(
                problems(
                    EnvironmentFixtures.atStage(EnvironmentFixtures.SMALLEST, Stage.PROD),
                    ORGANISATION)))
        .singleElement()
        .asString()
        .startsWith("2:14 environment: the organisation has no environments of the stage prod (")
        .endsWith("organisation.yaml:3:1); use another stage, or have the organisation allow it");
  }

  @Test
  void problemsOfBothFilesAreReportedTogether() throws IOException {
    List<Problem> problems =
        problems(
            EnvironmentFixtures.SMALLEST + "colour: red\n",
            ORGANISATION
                .replace("team]", "teem]")
                .replace("    maxNodes: 6\n", "")
                .replace("\"333344445555\"", "\"3333\""));

    assertThat(EnvironmentFixtures.lines(problems))
        .containsExactly(
            "11:1 colour: there is no key colour here; did you mean cloud?",
            "2:24 mandatoryTags[1]: no resource gets a tag teem; did you mean team?",
            "4:3 environments.dev.maxNodes: maxNodes is missing; add it: the most nodes that all pools together may have",
            "5:22 environments.dev.accounts.aws[0]: \"3333\" is not an AWS account; write its twelve digits in quotes");
  }

  @Test
  void aMissingOrganisationIsOneProblem() throws IOException {
    Path file = Files.writeString(folder.resolve("dev.yaml"), EnvironmentFixtures.SMALLEST);

    assertThatThrownBy(() -> EnvironmentReader.read(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(ErrorKind.CONFIGURATION);
              assertThat(EnvironmentFixtures.lines(e.problems()))
                  .containsExactly("1:1 : there is no such file; check the path");
            });
  }

  @Test
  void aMissingEnvironmentIsOneProblemToo() {
    assertThatThrownBy(() -> EnvironmentReader.read(folder.resolve("dev.yaml")))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problems()).hasSize(1));
  }

  @Test
  void limitsBetweenThemselves() {
    String text = ORGANISATION.replace("maxNodesPerPool: 4", "maxNodesPerPool: 40");

    assertThatThrownBy(() -> OrganisationReader.parse(PositionedYaml.parse("o.yaml", text)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("it is greater than maxNodes, 6");
  }

  private EnvironmentFile read(String environment, String organisation) throws IOException {
    Files.writeString(folder.resolve("organisation.yaml"), organisation);
    return EnvironmentReader.read(Files.writeString(folder.resolve("dev.yaml"), environment));
  }

  private List<Problem> problems(String environment, String organisation) throws IOException {
    Files.writeString(folder.resolve("organisation.yaml"), organisation);
    Path file = Files.writeString(folder.resolve("dev.yaml"), environment);
    return catchThrowableOfType(ProblemException.class, () -> EnvironmentReader.read(file))
        .problems();
  }
}
