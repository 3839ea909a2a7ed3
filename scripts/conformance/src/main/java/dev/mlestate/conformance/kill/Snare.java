package dev.mlestate.conformance.kill;

import dev.mlestate.conformance.kill.KillPoint.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Counts what happens in a process, and holds it at one point, where it waits to be killed. */
final class Snare {
  private final KillPoint point;
  private final Consumer<KillPoint> caught;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /**
   * A snare.
   *
   * @param caught is told that the point is reached; the thread that reached it never goes on
   */
  Snare(KillPoint point, Consumer<KillPoint> caught) {
    this.point = point;
    this.caught = caught;
  }

  /** One that only counts. */
  static Snare counting() {
    return new Snare(new KillPoint(Kind.TIME, 0), any -> {});
  }

  void pass(Kind kind) {
    boolean reached;
    synchronized (this) {
      int count = counts.merge(kind, 1, Integer::sum);
      reached = kind == point.kind() && count == point.number();
    }
    if (reached) {
      caught.accept(point);
      holdForever();
    }
  }

  private static void holdForever() {
    CountDownLatch never = new CountDownLatch(1);
    boolean held = true;
    while (held) {
      held = isHeld(never);
    }
  }

  /** Whoever gives up waiting for this thread must not make it go on. */
  private static boolean isHeld(CountDownLatch never) {
    try {
      never.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  synchronized Map<Kind, Integer> counts() {
    return new EnumMap<>(counts);
  }
}
