package dev.mlestate.problem;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PositionedYamlPropertiesTest {
  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(PositionedYaml.parse("a.yaml", text).tree().isObject()).isTrue();
    } catch (ProblemException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }
}
