package dev.mlestate.gcp.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.planning.EstatePlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcpNamesTest {
  private static final String LONGEST_PART = "a".repeat(62) + "-b";

  @Test
  void areWithinTheRulesOfEachService(@TempDir Path folder) {
    String text =
        Planned.text("{name: system, cpu: {}}")
            .replace("estate: vision", "estate: abcdefgh-ijklmno");
    EstatePlan plan = Planned.feasible(Planned.plan(folder, text));
    GcpNames names = GcpNames.of(plan.environment());

    for (String part : new String[] {"x", "train", "model-artifacts", LONGEST_PART}) {
      assertThat(names.resource(part)).matches("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
      assertThat(names.cluster(part)).matches("[a-z]([-a-z0-9]{0,38}[a-z0-9])?");
      assertThat(names.bucket(part)).matches("[a-z0-9]([-a-z0-9]{1,61}[a-z0-9])");
      assertThat(names.serviceAccount(part)).matches("[a-z]([-a-z0-9]{4,28}[a-z0-9])");
      assertThat(names.cloudRun(part)).matches("[a-z]([-a-z0-9]{0,47}[a-z0-9])?");
      assertThat(names.underscored(part)).matches("[a-z][_a-z0-9]{0,59}");
    }
    assertThat(names.resource("train", "nat")).isEqualTo("abcdefgh-ijklmno-prod-train-nat");
    assertThat(names.serviceAccount(LONGEST_PART))
        .isNotEqualTo(names.serviceAccount(LONGEST_PART + "c"));
  }
}
