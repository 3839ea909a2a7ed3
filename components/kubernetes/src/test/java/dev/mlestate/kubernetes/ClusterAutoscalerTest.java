package dev.mlestate.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ClusterAutoscalerTest {
  private final List<Registered> all =
      Registered.by(
          () ->
              ClusterAutoscaler.builder("train")
                  .kubernetesVersion("1.33")
                  .cloudArguments(List.of("--cloud-provider=aws"))
                  .priorities(
                      Map.of(10, List.of("h100-on-demand"), 30, List.of("h100-reservation")))
                  .pools(List.of(Pools.system()))
                  .build());

  @Test
  void triesTheHighestPriorityFirst() {
    assertThat(
            Registered.one(all, "ConfigMap", "cluster-autoscaler-priority-expander")
                .at("data.priorities"))
        .isEqualTo("30:\n  - h100-reservation\n10:\n  - h100-on-demand\n");
    assertThat(deployment().at("spec.template.spec.containers.0.command"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains("--expander=priority,least-waste", "--cloud-provider=aws");
  }

  @Test
  void followsTheClustersMinorVersion() {
    assertThat(deployment().at("spec.template.spec.containers.0.image"))
        .isEqualTo("registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.5");
    assertThat(AutoscalerImage.of("1.37")).endsWith(":v1.37.0");
  }

  @Test
  void hasNoMoreRightsThanItNeeds() {
    assertThat(deployment().at("spec.template.spec.containers.0.securityContext"))
        .isEqualTo(
            Map.of(
                "allowPrivilegeEscalation", false,
                "readOnlyRootFilesystem", true,
                "capabilities", Map.of("drop", List.of("ALL"))));
    assertThat(all.stream().map(each -> each.inputs().toString()))
        .noneMatch(inputs -> inputs.contains("verbs=[*]"));
  }

  @Test
  void needsTheVersion() {
    assertThatThrownBy(() -> Registered.by(() -> ClusterAutoscaler.builder("x").build()))
        .hasStackTraceContaining(".kubernetesVersion(…) is required before build()");
  }

  private Registered deployment() {
    return Registered.one(all, "Deployment", "cluster-autoscaler");
  }
}
