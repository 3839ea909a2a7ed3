package dev.mlestate.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComponentIndexTest {
  private static final Path ROOT = Path.of(System.getProperty("mlestate.root"));

  @Test
  void isFresh() {
    ComponentIndex.check(ROOT);
  }

  @Test
  void leadsToThePagesOfEveryCloudAndOfClusters() {
    assertThat(ComponentIndex.text(ROOT))
        .contains(
            "| [NodePool](aws/node-pool.md)<br>`mlestate:aws:NodePool` | A pool of like nodes")
        .contains("| [NodePool](gcp/node-pool.md)<br>`mlestate:gcp:NodePool` | ")
        .contains("| [Encryption](azure/encryption.md)<br>`mlestate:azure:Encryption` | ")
        .contains("| [PoolQuota](kubernetes/pool-quota.md)<br>`mlestate:kubernetes:PoolQuota` | ")
        .doesNotContain("GcpComponent");
  }
}
