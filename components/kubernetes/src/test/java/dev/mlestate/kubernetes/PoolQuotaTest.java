package dev.mlestate.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.planning.NodePoolPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolQuotaTest {
  @Test
  void holdsTheAcceleratorsOfAllNodesInTheTeamsNamespace() {
    List<Registered> all = quota(Pools.h100(4));

    Registered quota = Registered.one(all, "ResourceQuota", "pool-h100");
    assertThat(quota.at("metadata.namespace")).isEqualTo("research");
    assertThat(quota.at("spec.hard")).isEqualTo(Map.of("requests.nvidia.com/gpu", "32"));
    assertThat(quota.at("spec.scopeSelector.matchExpressions.0"))
        .isEqualTo(
            Map.of("scopeName", "PriorityClass", "operator", "In", "values", List.of("h100")));
    assertThat(Registered.one(all, "PriorityClass", "h100").at("preemptionPolicy"))
        .isEqualTo("Never");
  }

  @Test
  void countsWholeNeuronDevicesAndVcpus() {
    assertThat(Registered.one(quota(Pools.trainium()), "ResourceQuota", "pool-trn").at("spec.hard"))
        .isEqualTo(Map.of("requests.aws.amazon.com/neuron", "32"));
    assertThat(
            Registered.one(quota(Pools.system()), "ResourceQuota", "pool-system").at("spec.hard"))
        .isEqualTo(Map.of("requests.cpu", "12"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> Registered.by(() -> PoolQuota.builder("x").build()))
        .hasStackTraceContaining(".pool(…) is required before build()");
  }

  private static List<Registered> quota(NodePoolPlan pool) {
    return Registered.by(() -> PoolQuota.builder("train-" + pool.name()).pool(pool).build());
  }
}
