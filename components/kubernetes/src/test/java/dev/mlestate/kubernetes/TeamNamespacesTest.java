package dev.mlestate.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamNamespacesTest {
  private final List<Registered> all =
      Registered.by(
          () ->
              TeamNamespaces.builder("train")
                  .teams(List.of("research"))
                  .pools(List.of(Pools.system(), Pools.h100(4), Pools.trainium()))
                  .build());

  @Test
  void eachTeamAndTheSharedThingsHaveANamespace() {
    assertThat(all)
        .filteredOn(each -> each.type().endsWith(":Namespace"))
        .extracting(each -> each.at("metadata.name"))
        .containsExactlyInAnyOrder("ml", "research");
  }

  @Test
  void onlyPodsThatNameAPoolOfTheNamespaceGetAccelerators() {
    Map<String, String> none =
        Map.of(
            "requests.nvidia.com/gpu", "0",
            "requests.aws.amazon.com/neuron", "0",
            "requests.aws.amazon.com/neuroncore", "0");
    Registered research = quotaIn("research");

    assertThat(research.at("spec.hard")).isEqualTo(none);
    assertThat(research.at("spec.scopeSelector.matchExpressions.0.operator")).isEqualTo("NotIn");
    assertThat(research.at("spec.scopeSelector.matchExpressions.0.values"))
        .isEqualTo(List.of("h100"));
    assertThat(quotaIn("ml").at("spec.scopeSelector.matchExpressions.0.values"))
        .isEqualTo(List.of("trn"));
    assertThat(quotaIn("default").inputs().get("spec")).isEqualTo(Map.of("hard", none));
  }

  private Registered quotaIn(String namespace) {
    return all.stream()
        .filter(each -> each.type().endsWith(":ResourceQuota"))
        .filter(each -> each.at("metadata.namespace").equals(namespace))
        .findFirst()
        .orElseThrow();
  }
}
