package dev.mlestate.policy.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpaInstanceTest {
  @Test
  void rulesNeedNoFunctionOfTheHost() {
    assertThat(new OpaInstance().builtins()).isEqualTo("{}");
  }

  @Test
  void everyRuleIsAnEntryPoint() {
    assertThat(new OpaInstance().entrypoints()).contains("\"mlestate/controls/enc_09/verdicts\":");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    OpaInstance instance = new OpaInstance();
    byte[] damaged = "{\"by_type\": ".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> instance.evaluate(damaged, List.of(0)))
        .isInstanceOf(OpaException.class)
        .hasMessageContaining("no JSON document");
  }

  @Test
  void anEntryPointThatIsNotThereIsRefused() {
    OpaInstance instance = new OpaInstance();
    byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> instance.evaluate(empty, List.of(999)))
        .isInstanceOf(OpaException.class);
  }
}
