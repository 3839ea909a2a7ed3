package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on Pulumi previews that it allows, denies and cannot decide. */
class SamplesTest {
  static List<Control> controls() {
    return ControlCatalogue.load().controls();
  }

  static JsonNode samples(Control control) {
    String name = control.id().toLowerCase(Locale.ROOT).replace('-', '_');
    return Estates.yaml(Estates.POLICIES.resolve("samples").resolve(name + ".yaml"));
  }

  private static Stream<Status> judged(Control control, String sample) {
    PolicyInput input = Estates.input(samples(control).path(sample));
    return Estates.of(control.id(), Estates.ENGINE.evaluate(input)).stream().map(Finding::status);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void whatIsAllowedPasses(Control control) {
    assertThat(judged(control, "allowed")).isNotEmpty().containsOnly(Status.PASS);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void whatIsDeniedFails(Control control) {
    assertThat(judged(control, "denied")).contains(Status.FAIL);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void whatIsNotKnownIsUndetermined(Control control) {
    assertThat(judged(control, "undetermined"))
        .contains(Status.UNDETERMINED)
        .doesNotContain(Status.FAIL);
  }
}
