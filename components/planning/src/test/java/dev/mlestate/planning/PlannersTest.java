package dev.mlestate.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.model.Cloud;
import org.junit.jupiter.api.Test;

class PlannersTest {
  @Test
  void withoutAModuleOfTheCloudThereIsNoPlanner() {
    assertThat(Planners.find(Cloud.AWS)).isEmpty();
    assertThat(Planners.clouds()).isEmpty();
    assertThat(Planners.missing(Cloud.GCP).path()).isEqualTo("cloud");
  }

  @Test
  void textCountsAndLists() {
    assertThat(Text.number(16379)).isEqualTo("16,379");
    assertThat(Text.number(22.35)).isEqualTo("22.35");
    assertThat(Text.number(80.0)).isEqualTo("80");
    assertThat(Text.count(1, "node")).isEqualTo("1 node");
    assertThat(Text.count(0, "node")).isEqualTo("0 nodes");
    assertThat(Text.or(java.util.List.of("a", "b", "c"))).isEqualTo("a, b or c");
    assertThat(Text.orMore(java.util.List.of("a", "b", "c"), 1)).isEqualTo("a or 2 more");
    assertThat(Text.and(java.util.List.of())).isEmpty();
  }
}
