package dev.mlestate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mlestate.model.Cloud;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /**
   * A control on one of its clouds, with the resources there that it allows, denies and cannot
   * decide.
   */
  record Samples(Control control, Cloud cloud, JsonNode document) {
    @Override
    public String toString() {
      return control.id() + " on " + cloud.word();
    }

    /** What the rules are given for each sample. */
    List<PolicyInput> inputs() {
      return Stream.of("allowed", "denied", "undetermined").map(this::input).toList();
    }

    PolicyInput input(String sample) {
      return Estates.on(cloud, Estates.input(document.path(sample)));
    }
  }

  /** The samples of every control on every cloud that it is for. */
  static List<Samples> samples() {
    return controls().stream()
        .flatMap(control -> control.clouds().stream().map(cloud -> samples(control, cloud)))
        .toList();
  }

  /** Those of the cloud, or those that serve on all. */
  private static Samples samples(Control control, Cloud cloud) {
    String name = control.id().toLowerCase(Locale.ROOT).replace('-', '_');
    Path folder = Estates.POLICIES.resolve("samples");
    Path common = folder.resolve(name + ".yaml");
    Path own = folder.resolve(name + "." + cloud.word() + ".yaml");
    return new Samples(control, cloud, Estates.yaml(Files.exists(common) ? common : own));
  }

  private static Stream<Status> judged(Samples samples, String sample) {
    PolicyReport report = Estates.ENGINE.evaluate(samples.input(sample));
    return Estates.of(samples.control().id(), report).stream().map(Finding::status);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsAllowedPasses(Samples samples) {
    assertThat(judged(samples, "allowed")).isNotEmpty().containsOnly(Status.PASS);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsDeniedFails(Samples samples) {
    assertThat(judged(samples, "denied")).contains(Status.FAIL);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsNotKnownIsUndetermined(Samples samples) {
    assertThat(judged(samples, "undetermined"))
        .contains(Status.UNDETERMINED)
        .doesNotContain(Status.FAIL);
  }
}
