package dev.mlestate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Machine MACHINE = new Machine(2, 1L << 33, "processor", "java", "kernel", 0);

  private static Measurement measurement(String id, double... seconds) {
    return new Measurement(
        id,
        "title of " + id,
        Arrays.stream(seconds)
            .mapToObj(
                each ->
                    new MeasuredProcess.Run(
                        Duration.ofMillis(Math.round(each * 1000)),
                        Duration.ofSeconds(1),
                        Map.of("engine.jar", (long) (each * (1 << 20)))))
            .toList());
  }

  @Test
  void theMedianIsBetweenTheTwoMiddleRuns() {
    Measurement odd = measurement("odd", 3, 1, 2);
    Measurement even = measurement("even", 4, 1, 2, 3);

    assertThat(List.of(odd.minimum(), odd.median(), odd.maximum())).containsExactly(1.0, 2.0, 3.0);
    assertThat(even.median()).isEqualTo(2.5);
    assertThat(odd.peaks()).containsEntry("engine.jar", 3L << 20);
  }

  @Test
  void goalsAreJudgedByMediansAndOnlyWhereTheyWereMeasured() {
    Results results =
        new Results(
            MACHINE, 1, List.of(measurement("stock", 16, 15, 14), measurement("preview", 4, 3, 2)));

    assertThat(results.goals())
        .extracting(Goal::measured, Goal::wanted, Goal::met)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(5.0, 5.0, true),
            org.assertj.core.groups.Tuple.tuple(3.0, 3.0, true));
    assertThat(new Results(MACHINE, 1, List.of(measurement("preview", 3.1))).goals())
        .singleElement()
        .matches(goal -> !goal.met());
  }

  @Test
  void theLargeProgramIsHeldAgainstTheSmallOne() {
    Results results =
        new Results(
            MACHINE, 1, List.of(measurement("up", 4), measurement("up-10001", 43), cli(60)));

    assertThat(results.goals())
        .filteredOn(goal -> !goal.met())
        .extracting(Goal::text)
        .containsExactly("up of 10,001 resources against 1,001");
    assertThat(results.goals()).extracting(Goal::measured).contains(15.0);
  }

  private static Measurement cli(double seconds) {
    return measurement("cli-stock-up", seconds);
  }

  @Test
  void theFileOfResultsSaysWhereAndWhenAndWhetherTheGoalsAreMet() {
    JsonNode json =
        new Results(MACHINE, 3, List.of(measurement("prod-preview", 5, 3, 3.5)))
            .json(Instant.parse("2026-01-02T03:04:05Z"));

    assertThat(json.path("date").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(json.at("/machine/cores").asInt()).isEqualTo(2);
    assertThat(json.at("/figures/0/wallSeconds").size()).isEqualTo(3);
    assertThat(json.at("/figures/0/median").asDouble()).isEqualTo(3.5);
    assertThat(json.at("/goals/0/met").asBoolean()).isTrue();
    assertThat(json.at("/goals/0/limit").asDouble()).isEqualTo(4);
  }

  @Test
  void theChartIsTheSameForTheSameFiguresAndIsWellFormed() throws Exception {
    List<Measurement> figures = List.of(measurement("stock", 16, 15), measurement("preview", 3));
    String chart = Chart.of(figures);

    assertThat(Chart.of(figures)).isEqualTo(chart);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(chart.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(3);
    assertThat(chart).contains("title of stock", ">15.50<", ">3.00<");
  }
}
