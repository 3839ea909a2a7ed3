package dev.mlestate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.aws.Recorder.Registered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsEstateTest {
  @ParameterizedTest
  @ValueSource(strings = {"dev-aws", "staging-aws", "prod-aws"})
  void everyResourceHasANameOfItsOwn(String stack) {
    List<Registered> resources =
        Recorder.record(ctx -> new AwsEstate().realize(Estates.plan(stack)).forEach(ctx::export));

    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    for (Registered resource : resources) {
      if (!seen.add(resource.type() + "::" + resource.name())) {
        twice.add(resource.type() + "::" + resource.name());
      }
    }
    assertThat(twice).isEmpty();
    assertThat(resources).hasSizeGreaterThan(80);
  }
}
