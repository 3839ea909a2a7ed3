package dev.mlestate.problem;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPathTest {
  @ParameterizedTest
  @CsvSource({
    "clusters[0].nodePools[1].nodes.max, clusters[0].nodePools[1].nodes",
    "clusters[0].nodePools[1], clusters[0].nodePools",
    "clusters[0], clusters",
    "clusters, ''"
  })
  void parentIsWhatHoldsIt(String path, String parent) {
    assertThat(KeyPath.parent(path)).contains(parent);
  }

  @Test
  void theRootHasNoParent() {
    assertThat(KeyPath.parent("")).isEmpty();
  }

  @Property(tries = 300)
  void parentUndoesChildAndItem(@ForAll String outer, @ForAll String key) {
    String path = KeyPath.child("usage", outer);

    assertThat(KeyPath.parent(KeyPath.child(path, key))).contains(path);
    assertThat(KeyPath.parent(KeyPath.item(path, 3))).contains(path);
    assertThat(KeyPath.holds(path, KeyPath.child(path, key))).isTrue();
  }

  @Test
  void aLongerNameIsNotInside() {
    assertThat(KeyPath.holds("a.b", "a.bc")).isFalse();
    assertThat(KeyPath.holds("a.b", "a.b")).isTrue();
    assertThat(KeyPath.holds("a.b", "a.b[0]")).isTrue();
    assertThat(KeyPath.holds("a.b", "a")).isFalse();
  }
}
