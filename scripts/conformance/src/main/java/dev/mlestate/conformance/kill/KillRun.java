package dev.mlestate.conformance.kill;

import dev.mlestate.conformance.kill.Deed.Verb;
import dev.mlestate.conformance.kill.KillPoint.Kind;
import dev.mlestate.engine.UpdateResult;
import dev.mlestate.engine.event.Diagnostic;
import dev.mlestate.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Kills runs one after the other on one stack, and after each lets a run come to its end and looks
 * whether state and cloud still agree.
 */
public final class KillRun {
  /** A kill that comes later than this finds most runs done. */
  private static final int LATEST_MILLISECONDS = 900;

  private static final double SECOND_KILL = 0.3;
  private static final double ANOTHER_PROGRAM = 0.3;

  private final Path folder;
  private final Killer killer;
  private final long seed;
  private final Random random;
  private final Consumer<String> log;
  private final Map<Kind, Integer> kills = new EnumMap<>(Kind.class);
  private final List<String> broken = new ArrayList<>();
  private int duringRecovery;
  private int found;
  private int notDone;
  private int programs;
  private int version;

  /**
   * A run in a folder, which must be empty.
   *
   * @param classPath what the processes are started with
   * @param log is told of each kill
   */
  public KillRun(Path folder, String classPath, long seed, Consumer<String> log) {
    this.folder = folder;
    this.killer = new Killer(classPath);
    this.seed = seed;
    this.random = new Random(seed);
    this.log = log;
  }

  /** Kills that many processes. */
  public KillReport kill(int wanted) {
    Map<Kind, Integer> chances = chances();
    while (total() < wanted) {
      strike(chances, total() + 1 < wanted);
    }
    return new KillReport(seed, kills, duringRecovery, found, notDone, broken);
  }

  private int total() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often things happen in a run, counted in ones that nobody kills. */
  private Map<Kind, Integer> chances() {
    Snare snare = Snare.counting();
    try (SmallStack stack = new SmallStack(folder.resolve("probe"), snare)) {
      for (int each = 0; each < 2; each++) {
        stack
            .engine(each)
            .up()
            .failure()
            .ifPresent(
                failure -> {
                  throw new IllegalStateException("the small estate fails: " + failure.message());
                });
      }
    }
    Map<Kind, Integer> chances = snare.counts();
    chances.replaceAll((kind, count) -> Math.max(1, count / 2));
    return chances;
  }

  private KillPoint point(Map<Kind, Integer> chances) {
    Kind[] kinds = Kind.values();
    Kind kind = kinds[random.nextInt(kinds.length)];
    int most = kind == Kind.TIME ? LATEST_MILLISECONDS : chances.getOrDefault(kind, 1);
    return new KillPoint(kind, 1 + random.nextInt(most));
  }

  private Deed deed() {
    double share = random.nextDouble();
    if (share < 0.6) {
      version = anotherProgram();
      return new Deed(Verb.UP, version);
    }
    return new Deed(share < 0.8 ? Verb.DESTROY : Verb.REFRESH, version);
  }

  private int anotherProgram() {
    programs++;
    return programs * SmallEstate.SHAPES + random.nextInt(SmallEstate.SHAPES);
  }

  private void strike(Map<Kind, Integer> chances, boolean another) {
    Deed deed = deed();
    try (SmallStack stack = new SmallStack(folder.resolve("stack"), Snare.counting())) {
      if (deed.verb() == Verb.REFRESH) {
        stack.meddle();
      }
      boolean killed = run(stack, deed, point(chances));
      if (killed && another && random.nextDouble() < SECOND_KILL) {
        boolean again = run(stack, deed, point(chances));
        duringRecovery += again ? 1 : 0;
      }
      recover(stack, next(deed));
    }
  }

  /** What the run does that follows a kill: the same, or what a changed program says. */
  private Deed next(Deed deed) {
    // What was taken away behind the engine's back is for a refresh to find, and not for an up.
    if (deed.verb() != Verb.REFRESH && random.nextDouble() < ANOTHER_PROGRAM) {
      version = anotherProgram();
      return new Deed(random.nextBoolean() ? Verb.UP : Verb.DESTROY, version);
    }
    return deed;
  }

  private boolean run(SmallStack stack, Deed deed, KillPoint point) {
    Killer.End end = killer.run(folder.resolve("stack"), deed, point);
    if (!end.killed()) {
      if (end.code() != 0) {
        violated(deed, point, List.of("the run failed: " + String.join(" | ", end.said())));
      }
      return false;
    }
    kills.merge(point.kind(), 1, Integer::sum);
    log.accept("kill " + total() + ": " + deed + " at " + point);
    violated(deed, point, Invariants.afterKill(stack));
    return true;
  }

  private void recover(SmallStack stack, Deed deed) {
    KillPoint none = new KillPoint(Kind.TIME, 0);
    try {
      UpdateResult result = deed.run(stack.engine(deed.version()));
      for (Diagnostic diagnostic : result.diagnostics()) {
        found += diagnostic.message().contains("is now in the state") ? 1 : 0;
        notDone += diagnostic.message().contains("was not ") ? 1 : 0;
      }
      result
          .failure()
          .ifPresent(
              failure -> violated(deed, none, List.of("the next run fails: " + failure.message())));
      violated(deed, none, Invariants.afterRun(stack, deed));
    } catch (ProblemException e) {
      violated(deed, none, List.of("the next run is refused: " + e.getMessage()));
    }
  }

  private void violated(Deed deed, KillPoint point, List<String> what) {
    for (String each : what) {
      String text =
          "after kill "
              + total()
              + ", "
              + deed
              + (point.number() > 0 ? " at " + point : ", the next run")
              + ": "
              + each;
      broken.add(text);
      log.accept("VIOLATED " + text);
    }
  }
}
