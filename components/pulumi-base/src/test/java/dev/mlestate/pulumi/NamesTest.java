package dev.mlestate.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mlestate.model.Stage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void prefixesEveryNameWithEstateAndStage() {
    Names names = Names.of("vision", Stage.DEV);

    assertThat(names.prefix()).isEqualTo("vision-dev");
    assertThat(names.name("train", "h100")).isEqualTo("vision-dev-train-h100");
  }

  @Test
  void keepsWhatFits() {
    assertThat(Names.limited(12, "vision-train")).isEqualTo("vision-train");
  }

  @Test
  void keepsLongNamesApart() {
    String first = Names.limited(20, "vision-production-training-a");
    String second = Names.limited(20, "vision-production-training-b");

    assertThat(first).hasSize(20).startsWith("vision-prod").isNotEqualTo(second);
  }

  @Test
  void refusesALimitWithoutRoom() {
    assertThatThrownBy(() -> Names.limited(9, "vision-train"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void neverExceedsTheLimitAndNeverChanges(
      @ForAll @AlphaChars @StringLength(max = 120) String name,
      @ForAll @IntRange(min = 10, max = 80) int limit) {
    assertThat(Names.limited(limit, name))
        .hasSizeLessThanOrEqualTo(limit)
        .isEqualTo(Names.limited(limit, name));
  }
}
