package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.BucketV2;
import dev.mlestate.testkit.PulumiEngine;
import dev.mlestate.testkit.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AppTest {
  @RegisterExtension
  static final PulumiEngine engine =
      PulumiEngine.with(
          PulumiEngine.settings()
              .project("shop")
              .aws("123456789012", "us-east-1")
              .config("team", "ads"));

  @Test
  void thePreviewHasTheBucketAndItsEncryption() {
    Graph graph = engine.preview(App::stack);

    assertThat(graph)
        .resource("data-encryption")
        .dependsOn("data")
        .hasInput("rules[0].applyServerSideEncryptionByDefault.sseAlgorithm", "aws:kms")
        .hasUnknown("rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId");
    assertThat(graph).resource(BucketV2.class, "data").isTagged("team", "ads");
  }

  @Test
  void whatIsThereKeepsTheRulesAndCostsLittle() {
    Graph graph = engine.up(App::stack);

    assertThat(graph)
        .hasOutput("bucket", graph.resource("data").id())
        .passes("ENC-09")
        .violates("NET-17", "data")
        .hasNoPublicIps()
        .costsAtMost(2);
    assertThat(graph).resource("data-encryption").inputComesFrom("rules", "data-key");
  }

  @Test
  void anotherTeamOnlyUpdatesTheBucket() {
    engine.up(App::stack);

    engine.config("team", "search");

    assertThat(engine.up(App::stack)).onlyUpdates("data");
  }

  @Test
  void upTwiceChangesNothing() {
    assertThat(engine.from(App::stack).to(App::stack)).changesNothing();
  }
}
