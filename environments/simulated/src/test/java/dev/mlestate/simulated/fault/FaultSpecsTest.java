package dev.mlestate.simulated.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mlestate.problem.Problem;
import dev.mlestate.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultSpecsTest {
  @TempDir private Path folder;

  private static Fault fault(String text) {
    return FaultSpecs.read(List.of(text), Optional.empty()).get(0);
  }

  private static List<String> problems(List<String> arguments, Optional<Path> file) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> FaultSpecs.read(arguments, file));
    return refused.problems().stream().map(FaultSpecsTest::line).toList();
  }

  private static String line(Problem problem) {
    return problem.place().orElseThrow()
        + " "
        + problem.path()
        + ": "
        + problem.reason()
        + "; "
        + problem.remedy().orElseThrow();
  }

  @Test
  void aWholeSpecIsRead() {
    Fault fault = fault("throttle:type=aws:ec2/subnet:Subnet,name=a*|b,on=create|delete,times=3");
    assertThat(fault)
        .isEqualTo(
            new Fault(
                "throttle:type=aws:ec2/subnet:Subnet,name=a*|b,on=create|delete,times=3",
                new Calls(
                    new Glob("aws:ec2/subnet:Subnet"),
                    new Glob("a*|b"),
                    Glob.ANY,
                    Set.of(Call.CREATE, Call.DELETE),
                    OptionalInt.of(3)),
                new Trouble.Throttling()));
  }

  @Test
  void whatIsNotSaidHasADefault() {
    assertThat(fault("throttle").calls())
        .isEqualTo(
            new Calls(Glob.ANY, Glob.ANY, Glob.ANY, Set.of(Call.values()), OptionalInt.of(1)));
    assertThat(fault("quota").calls().times()).isEmpty();
    assertThat(fault("lag").calls().on()).containsExactly(Call.READ);
    assertThat(fault("timeout:times=always").calls().times()).isEmpty();
    assertThat(fault("no-capacity:machine=p5.*,option=spot").trouble())
        .isEqualTo(new Trouble.NoCapacity(new Glob("p5.*"), Glob.ANY, new Glob("spot")));
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "10m,PT10M", "1h,PT1H"})
  void durationsAreWrittenAsPeopleDo(String text, Duration duration) {
    assertThat(fault("slow:duration=" + text).trouble())
        .isEqualTo(new Trouble.SlowCreation(duration));
  }

  @Test
  void everyMistakeIsToldAtOnceWithItsPlaceAndWhatWasProbablyMeant() {
    assertThat(
            problems(
                List.of(
                    "throtle:times=3",
                    "throttle:tpye=x,times=0",
                    "no-capacity:option=spott,on=raed",
                    "slow",
                    "slow:duration=soon",
                    "lag:on=read",
                    "quota:times",
                    "quota:name=a,name=b,zone="),
                Optional.empty()))
        .containsExactly(
            "--fault:1:1 kind: there is no fault \"throtle\"; did you mean throttle?",
            "--fault:2:10 tpye: throttle has no key \"tpye\"; did you mean type?",
            "--fault:2:23 times: \"0\" is no number of times; use 1 to 999999, or always",
            "--fault:3:29 on: there is no call \"raed\"; did you mean read?",
            "--fault:3:20 option: there is no way to get machines called \"spott\"; did you mean spot?",
            "--fault:4:1 duration: slow needs to know how long; add duration: a number and ms, s, m or h, such as 30s",
            "--fault:5:15 duration: \"soon\" is no duration; use a number and ms, s, m or h, such as 30s",
            "--fault:6:5 on: lag has no key \"on\"; use one of type, name, urn, times",
            "--fault:7:7 times: it has no value; write KEY=VALUE, such as times=3",
            "--fault:8:14 name: it stands twice; keep one of the two");
  }

  @Test
  void aFileSaysTheSame() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("faults.yaml"),
            """
            faults:
              - {kind: throttle, type: "aws:ec2/subnet:Subnet", times: 3}
              - kind: slow
                duration: 30s
            """);
    List<Fault> faults = FaultSpecs.read(List.of("deny"), Optional.of(file));
    assertThat(faults)
        .extracting(fault -> fault.trouble().getClass().getSimpleName())
        .containsExactly("Denied", "Throttling", "SlowCreation");
    assertThat(faults.get(1).calls())
        .isEqualTo(fault("throttle:type=aws:ec2/subnet:Subnet,times=3").calls());
  }

  @Test
  void mistakesInAFileHaveTheirLines() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("faults.yaml"),
            """
            fault: []
            faults:
              - {kind: throttel}
              - {kind: slow, duration: [30s]}
              - throttle
              - {kind: quota, tmies: 2}
            """);
    assertThat(problems(List.of("nonsense"), Optional.of(file)))
        .containsExactly(
            "--fault:1:1 kind: there is no fault \"nonsense\"; use one of throttle, quota, no-capacity, lag, slow, timeout, deny, internal",
            file + ":1:1 fault: there is no such key; did you mean faults?",
            file + ":4:18 faults[1].duration: it must be a text or a number; write one value",
            file + ":5:5 faults[2]: a fault needs a kind; write {kind: throttle, times: 3}",
            file + ":3:12 faults[0].kind: there is no fault \"throttel\"; did you mean throttle?",
            file + ":6:19 faults[3].tmies: quota has no key \"tmies\"; did you mean times?");
  }

  @Test
  void aFileThatIsNotThereIsAProblemLikeTheOthers() {
    assertThat(problems(List.of("nonsense"), Optional.of(folder.resolve("none.yaml"))))
        .hasSize(2)
        .anyMatch(line -> line.contains("there is no such file"));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:*,aws:ec2/vpc:Vpc,true",
    "*Vpc,aws:ec2/vpc:Vpc,true",
    "aws:ec2/vpc:Vp,aws:ec2/vpc:Vpc,false",
    "a|b*,bc,true",
    "a.c,abc,false",
    "A,a,false"
  })
  void globsMatchWholeTexts(String glob, String text, boolean matches) {
    assertThat(new Glob(glob).matches(text)).isEqualTo(matches);
  }
}
