package dev.mlestate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.problem.PositionedYaml;
import dev.mlestate.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every word that the file will have is either acted on or said to be in no version yet. */
class VocabularyTest {
  private static final String LATER =
      """
      network:
        hybrid: {kind: vpn, peerCidrs: [192.168.0.0/16], peerAddress: 203.0.113.7, peerAsn: 65010}
      identity:
        ci: {provider: github, repository: example/estate}
      dataLake: {tableFormat: iceberg, quality: [completeness, freshness]}
      ingestion:
        streams: [{name: clicks, throughputMbs: 4, retentionHours: 24}]
      warehouse: {name: analytics, capacity: {min: 8, max: 64}}
      spark: {name: etl, maxVcpus: 400}
      serving:
        - name: ranker
          rollout: {strategy: canary, percent: 10}
          objectives: {availabilityPercent: 99.9}
          capture: {percent: 20, driftSchedule: daily, biasSchedule: weekly}
      registry: {existing: {}}
      dns: {}
      images: [{name: training, context: images/training}]
      notebooks: {users: [ana, bo]}
      tracking: {experiments: true}
      pipelines: {kind: airflow}
      monitoring: {dashboards: true, gpuMetrics: true}
      backup: {retentionDays: 35, crossRegion: true}
      budget: {stopAtPercent: 120}
      allow: [{risk: replace, resource: train/h100}]
      """;

  @Test
  void aLaterKeyIsSaidToBeInNoVersionYet() {
    String clusters =
        EnvironmentFixtures.SMALLEST
            + "    queues: [{name: research, gpus: {H100: 64}, borrow: true}]\n"
            + "    sharedFileSystem: {sizeTib: 4.8}\n";

    List<Problem> problems =
        EnvironmentReader.parse(PositionedYaml.parse("test.yaml", clusters + LATER)).problems();

    assertThat(problems)
        .hasSize(24)
        .allSatisfy(
            problem -> {
              assertThat(problem.reason()).endsWith(" is in no version yet: nothing acts on it");
              assertThat(problem.place().orElseThrow().line()).isGreaterThan(10);
            });
    assertThat(problems)
        .extracting(Problem::path)
        .contains(
            "network.hybrid", "clusters[0].queues", "serving[0].capture.driftSchedule", "allow");
  }

  @Test
  void aLaterWordIsSaidToBeInNoVersionYet() {
    assertThat(
            EnvironmentFixtures.problems(
                EnvironmentFixtures.SMALLEST + "serving: [{name: nightly, kind: batch}]\n"))
        .containsExactly(
            "11:33 serving[0].kind: batch is in no version yet; use one of realtime, serverless");
  }
}
