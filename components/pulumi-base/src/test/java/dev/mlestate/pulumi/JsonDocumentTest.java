package dev.mlestate.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.core.Output;
import com.pulumi.test.EmptyMocks;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
  @Test
  void sortsKeysAndKeepsTheOrderOfLists() {
    assertThat(text(Map.of("b", List.of("z", "a"), "a", Map.of("d", 1, "c", true))))
        .isEqualTo("{\"a\":{\"c\":true,\"d\":1},\"b\":[\"z\",\"a\"]}");
  }

  @Test
  void waitsForOutputsWhereverTheyStand() {
    Output<String> arn = Output.of("arn:aws:s3:::b");

    assertThat(text(Map.of("Resource", List.of(arn, "x", arn), "Condition", Map.of("k", arn))))
        .isEqualTo(
            "{\"Condition\":{\"k\":\"arn:aws:s3:::b\"},"
                + "\"Resource\":[\"arn:aws:s3:::b\",\"x\",\"arn:aws:s3:::b\"]}");
  }

  @Test
  void escapesWhatJsonEscapes() {
    assertThat(text(Map.of("a", Output.of("say \"yes\"\n"))))
        .isEqualTo("{\"a\":\"say \\\"yes\\\"\\n\"}");
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> JsonDocument.of(Map.of("a", new Object())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Outputs exist only while a program runs. */
  private static String text(Map<String, ?> tree) {
    List<String> written = new CopyOnWriteArrayList<>();
    PulumiTest.withMocks(new EmptyMocks())
        .runTest(
            context ->
                context.export(
                    "text",
                    JsonDocument.of(tree)
                        .applyValue(
                            text -> {
                              written.add(text);
                              return text;
                            })))
        .throwOnError();
    return written.get(0);
  }
}
