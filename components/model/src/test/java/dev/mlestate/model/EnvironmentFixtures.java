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

  /** On GCP, in a network that the company already has. */
  static final String GCP =
      SMALLEST
              .replace("cloud: aws", "cloud: gcp")
              .replace("\"333344445555\"", "vision-dev-4821")
              .replace("us-east-1", "us-central1")
              .replace("{type: L4}}", "{type: L4}, capacity: [reservation]}")
          + """
          network:
            existing:
              id: projects/hub-4821/global/networks/hub
              privateSubnets:
                - {id: projects/hub-4821/regions/us-central1/subnetworks/ml, cidr: 10.8.0.0/20}
          gcp:
            reservedNodes: {l4: 1}
            secondaryRanges: {train: {pods: train-pods, services: train-services}}
          """;

  private static final String IN_AZURE =
      "/subscriptions/33334444-0000-4000-8000-000000000001/resourceGroups/hub/providers/";

  /** On Azure, in a network that the company already has. */
  static final String AZURE =
      SMALLEST
              .replace("cloud: aws", "cloud: azure")
              .replace("\"333344445555\"", "33334444-0000-4000-8000-000000000001")
              .replace("us-east-1", "eastus")
              .replace("{type: L4}}", "{type: L4}, capacity: [reservation]}")
          + """
          network:
            existing:
              id: AZ/Microsoft.Network/virtualNetworks/hub
              privateSubnets:
                - {id: AZ/Microsoft.Network/virtualNetworks/hub/subnets/ml, cidr: 10.8.0.0/20}
                - {id: AZ/Microsoft.Network/virtualNetworks/hub/subnets/pe, cidr: 10.8.16.0/26, use: endpoints}
          azure:
            capacityReservationGroups: {l4: AZ/Microsoft.Compute/capacityReservationGroups/l4}
            privateDnsZone: AZ/Microsoft.Network/privateDnsZones/privatelink.eastus.azmk8s.io
            clusterIdentity: AZ/Microsoft.ManagedIdentity/userAssignedIdentities/aks
          """
              .replace("AZ/", IN_AZURE);

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
