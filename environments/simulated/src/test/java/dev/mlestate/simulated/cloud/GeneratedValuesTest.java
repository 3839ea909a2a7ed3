package dev.mlestate.simulated.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GeneratedValuesTest {
  @Test
  void numbersHaveTheirDigitsAndNoLeadingZero() {
    assertThat(
            IntStream.range(0, 200)
                .mapToObj(i -> new GeneratedValues("account", "type", "urn" + i, 0))
                .map(values -> values.value("number9:zone").orElseThrow()))
        .allMatch(number -> number.matches("[1-9]\\d{8}"));
  }

  @Test
  void aValueStaysUntilItsResourceIsMadeAgain() {
    GeneratedValues first = new GeneratedValues("account", "type", "urn", 0);
    GeneratedValues again = new GeneratedValues("account", "type", "urn", 1);

    assertThat(first.value("hex8"))
        .isEqualTo(first.value("hex8"))
        .isNotEqualTo(again.value("hex8"));
    assertThat(first.value("colour")).isEmpty();
  }
}
