package dev.mlestate.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TreeDiffTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void namesThePlaceOfEachDifference() throws Exception {
    assertThat(
            TreeDiff.between(
                JSON.readTree("{\"a\": {\"b\": 1, \"c\": [1]}, \"d\": true}"),
                JSON.readTree("{\"a\": {\"b\": 2, \"c\": [1]}, \"e\": 1.0}")))
        .containsExactly(
            "/a/b: expected 1, seen 2",
            "/d: expected true, seen nothing",
            "/e: expected nothing, seen 1.0");
  }

  @Test
  void oneNumberMayBeWrittenInTwoWays() throws Exception {
    assertThat(TreeDiff.between(JSON.readTree("[]"), JSON.readTree("[]"))).isEmpty();
    assertThat(TreeDiff.between(JSON.readTree("{\"a\": 1}"), JSON.readTree("{\"a\": 1.0}")))
        .isEmpty();
  }
}
