package dev.mlestate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clouds that fail, from the command line. */
class FaultsTest {
  @TempDir private Path folder;

  /** The smallest estate with two ways to get its machines. */
  private static final String SMALL =
      """
      estate: vision
      environment: dev
      cloud: aws
      account: "333344445555"
      region: us-east-1
      owner: ml-platform@example.com
      costCenter: ml-2001
      network: {cidr: 10.42.0.0/16, egress: none}
      clusters:
        - name: train
          access: {from: [10.0.0.0/16]}
          nodePools:
            - name: system
              cpu: {vcpus: 4, memoryGib: 16}
              nodes: {min: 1, max: 3}
              capacity: [spot, on-demand]
      """;

  @Test
  void aPoolDoesWithoutTheMachinesThatAreNotThere() throws Exception {
    Path file = Checkout.in(folder).folder().resolve("small-aws.yaml");
    Files.writeString(file, SMALL);

    Invocation up =
        Invocation.of(
            "up",
            "--fault",
            "no-capacity:option=spot",
            "--fault",
            "deny:type=aws:rds/*",
            file.toString());
    assertThat(up.code()).isZero();
    assertThat(up.out())
        .containsSubsequence(
            "FAILED",
            "UnfulfillableCapacity",
            "train/system goes on without spot, with on-demand: no m7i.xlarge (spot) in us-east-1a",
            "the next up tries all options of the file again",
            "Outputs");
    assertThat(up.err()).contains("the fault deny:type=aws:rds/* has met no call");

    Map<String, Integer> minimum = new TreeMap<>();
    new ObjectMapper()
        .readTree(Invocation.of("stack", "export", file.toString()).out())
        .at("/deployment/resources")
        .forEach(
            resource -> {
              if (resource.get("type").asText().equals("aws:eks/nodeGroup:NodeGroup")) {
                minimum.put(
                    resource.at("/inputs/nodeGroupName").asText(),
                    resource.at("/inputs/scalingConfig/minSize").asInt());
              }
            });
    // What the option carried that is not there lies on the next one.
    assertThat(minimum).isEqualTo(Map.of("system-on-demand", 1));
  }

  @Test
  void mistakesInFaultsAreToldTogetherAndNothingIsBegun() {
    String file = Checkout.in(folder).file("dev-aws.yaml");
    Invocation up = Invocation.of("up", "--fault", "throtle", "--fault", "slow", file);
    assertThat(up.code()).isEqualTo(2);
    assertThat(up.err())
        .contains("error: --fault:1:1: kind: there is no fault \"throtle\"")
        .contains("did you mean throttle?")
        .contains("error: --fault:2:1: duration: slow needs to know how long");
    assertThat(folder.resolve(".mlestate")).doesNotExist();
  }
}
