package dev.mlestate.testkit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mlestate.testkit.PulumiEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PulumiEngine.class)
class ParametersTest {
  @Test
  void aTestTakesTheEngine(PulumiEngine engine) {
    assertThat(engine.preview(Buckets.named("data"))).onlyCreates("data");
  }

  @Test
  void aTestTakesItsStack(TestStack stack, PulumiEngine engine) {
    stack.up(Buckets.named("data"));

    assertThat(engine.stack()).isSameAs(stack);
    assertThat(engine.up(Buckets.named("data"))).changesNothing();
  }
}
