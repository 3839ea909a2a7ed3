package dev.mlestate.simulated.fault;

import dev.mlestate.problem.Nearest;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Problem;
import dev.mlestate.simulated.fault.WrittenFault.Setting;
import dev.mlestate.simulated.fault.WrittenFault.Word;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes a fault of what was written, or says all that is wrong with it. */
final class FaultReader {
  private static final String ALWAYS = "always";

  private final WrittenFault written;
  private final List<Problem> problems;

  FaultReader(WrittenFault written, List<Problem> problems) {
    this.written = written;
    this.problems = problems;
  }

  Optional<Fault> read() {
    int before = problems.size();
    Optional<FaultKind> kind =
        Arrays.stream(FaultKind.values())
            .filter(each -> each.word().equals(written.kind().text()))
            .findFirst();
    if (kind.isEmpty()) {
      problem(
          FaultKey.KIND,
          written.kind().place(),
          "there is no fault \"" + written.kind().text() + "\"",
          Nearest.remedy(written.kind().text(), FaultKind.words()));
      return Optional.empty();
    }
    checkKeys(kind.get());
    Fault fault = new Fault(written.text(), calls(kind.get()), trouble(kind.get()));
    return problems.size() == before ? Optional.of(fault) : Optional.empty();
  }

  private void checkKeys(FaultKind kind) {
    written
        .settings()
        .forEach(
            (key, setting) -> {
              if (!kind.keys().contains(key)) {
                problem(
                    key,
                    setting.key(),
                    kind.word() + " has no key \"" + key + "\"",
                    Nearest.remedy(key, kind.keys()));
              } else if (setting.value().text().isBlank()) {
                problem(key, setting.value().place(), "it is empty", "give it a value");
              }
            });
  }

  private Calls calls(FaultKind kind) {
    return new Calls(
        glob(FaultKey.TYPE),
        glob(FaultKey.NAME),
        glob(FaultKey.URN),
        value(FaultKey.ON).map(this::on).orElseGet(kind::calls),
        value(FaultKey.TIMES).map(this::times).orElseGet(kind::times));
  }

  private Set<Call> on(Word value) {
    Set<Call> calls = EnumSet.noneOf(Call.class);
    for (String word : value.text().split("\\|", -1)) {
      Arrays.stream(Call.values())
          .filter(call -> call.word().equals(word))
          .findFirst()
          .ifPresentOrElse(
              calls::add,
              () ->
                  problem(
                      FaultKey.ON,
                      value.place(),
                      "there is no call \"" + word + "\"",
                      Nearest.remedy(word, Arrays.stream(Call.values()).map(Call::word).toList())));
    }
    return calls;
  }

  private OptionalInt times(Word value) {
    if (value.text().equals(ALWAYS)) {
      return OptionalInt.empty();
    }
    if (value.text().matches("[1-9][0-9]{0,5}")) {
      return OptionalInt.of(Integer.parseInt(value.text()));
    }
    problem(
        FaultKey.TIMES,
        value.place(),
        "\"" + value.text() + "\" is no number of times",
        "use 1 to 999999, or always");
    return OptionalInt.empty();
  }

  private Trouble trouble(FaultKind kind) {
    return switch (kind) {
      case THROTTLE -> new Trouble.Throttling();
      case QUOTA -> new Trouble.QuotaExceeded();
      case NO_CAPACITY ->
          new Trouble.NoCapacity(glob(FaultKey.MACHINE), glob(FaultKey.ZONE), option());
      case LAG -> new Trouble.Lag();
      case SLOW -> new Trouble.SlowCreation(duration());
      case TIMEOUT -> new Trouble.Timeout();
      case DENY -> new Trouble.Denied();
      case INTERNAL -> new Trouble.ErrorAfterCreation();
    };
  }

  private Glob option() {
    Optional<Word> value = value(FaultKey.OPTION);
    value.ifPresent(
        word -> {
          for (String option : word.text().split("\\|", -1)) {
            if (!MachineRequest.OPTIONS.contains(option)) {
              problem(
                  FaultKey.OPTION,
                  word.place(),
                  "there is no way to get machines called \"" + option + "\"",
                  Nearest.remedy(option, MachineRequest.OPTIONS));
            }
          }
        });
    return glob(FaultKey.OPTION);
  }

  private Duration duration() {
    Optional<Word> value = value(FaultKey.DURATION);
    if (value.isEmpty()) {
      problem(
          FaultKey.DURATION,
          written.kind().place(),
          "slow needs to know how long",
          "add duration: " + Durations.FORM);
      return Duration.ZERO;
    }
    return Durations.parse(value.get().text())
        .orElseGet(
            () -> {
              problem(
                  FaultKey.DURATION,
                  value.get().place(),
                  "\"" + value.get().text() + "\" is no duration",
                  "use " + Durations.FORM);
              return Duration.ZERO;
            });
  }

  private Glob glob(String key) {
    return value(key).map(word -> new Glob(word.text())).orElse(Glob.ANY);
  }

  private Optional<Word> value(String key) {
    return Optional.ofNullable(written.settings().get(key))
        .map(Setting::value)
        .filter(word -> !word.text().isBlank());
  }

  private void problem(String key, Place place, String reason, String remedy) {
    problems.add(Problem.of(written.path() + key, reason, remedy).at(place));
  }
}
