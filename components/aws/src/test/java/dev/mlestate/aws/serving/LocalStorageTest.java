package dev.mlestate.aws.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStorageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ml.g4dn.xlarge",
        "ml.g5.xlarge",
        "ml.g6.xlarge",
        "ml.g6e.12xlarge",
        "ml.p4d.24xlarge",
        "ml.p4de.24xlarge",
        "ml.p5.48xlarge",
        "ml.p6-b200.48xlarge",
        "ml.trn1.32xlarge",
        "ml.m5d.large",
        "ml.c6gd.large"
      })
  void hasDisksOfItsOwn(String type) {
    assertThat(LocalStorage.of(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ml.m5.large",
        "ml.c6i.xlarge",
        "ml.p3.2xlarge",
        "ml.inf2.xlarge",
        "ml.inf1.xlarge",
        "ml.g5g.xlarge",
        "ml.t2.medium"
      })
  void hasVolumesAlone(String type) {
    assertThat(LocalStorage.of(type)).isFalse();
  }

  @Test
  void refusesWhatIsNoType() {
    assertThatThrownBy(() -> LocalStorage.of("large"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("large");
  }
}
