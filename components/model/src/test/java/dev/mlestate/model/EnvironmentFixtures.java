package dev.mlestate.model;

import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import java.util.List;

/** Environment files for tests. */
final class EnvironmentFixtures {
  /** Ten lines. */
  static final String SMALLEST =
      """
      estate: vision
      environment: dev
      cloud: aws
      account: "333344445555"
      region: us-east-1
      owner: ml-platform@example.com
      costCenter: ml-1234
      clusters:
        - name: train
          nodePools: [{name: l4, accelerator: {type: L4}}]
      """;

  /** One of everything that has defaults of its own. */
  static final String ONE_OF_EACH =
      SMALLEST
          + """
          teams: [{name: ads}]
          featureStore:
            groups: [{name: users, entityId: user_id, eventTime: at}]
          serving:
            - name: ranker
            - {name: classifier, kind: serverless}
          """;

  private EnvironmentFixtures() {}

  static String atStage(String text, Stage stage) {
    return text.replace("environment: dev", "environment: " + stage.word());
  }

  static Environment read(String text) {
    EnvironmentReader.Read read = EnvironmentReader.parse(PositionedYaml.parse("test.yaml", text));
    if (!read.problems().isEmpty()) {
      throw new AssertionError(lines(read.problems()));
    }
    return read.environment();
  }

  static List<String> problems(String text) {
    return lines(EnvironmentReader.parse(PositionedYaml.parse("test.yaml", text)).problems());
  }

  /** Each as {@code line:column path: reason; remedy}. */
  static List<String> lines(List<Problem> problems) {
    return problems.stream()
        .map(
            p ->
                p.place().map(at -> at.line() + ":" + at.column() + " ").orElse("")
                    + p.path()
                    + ": "
                    + p.reason()
                    + p.remedy().map(r -> "; " + r).orElse(""))
        .toList();
  }
}
