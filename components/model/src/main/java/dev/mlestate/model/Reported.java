package dev.mlestate.model;

import dev.mlestate.problem.KeyPath;
import dev.mlestate.problem.Place;
import dev.mlestate.problem.Places;
import dev.mlestate.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one file, and keeps one mistake from being told twice. */
final class Reported {
  private final Places places;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private int muted;

  Reported(Places places) {
    this.places = places;
  }

  /**
   * Reports a value that cannot be used; rules about it will stay silent. A default that cannot be
   * used was copied from another key, which is reported itself.
   */
  void broken(String path, String reason, String remedy) {
    if (places.contains(path)) {
      add(path, places.of(path), reason, remedy);
    }
    broken.add(path);
  }

  /** Reports a required key that is not there. */
  void missing(String path, String reason, String remedy) {
    add(path, places.of(path), reason, remedy);
    broken.add(path);
  }

  /** Marks what is already reported elsewhere, or follows from it. */
  void follows(String path) {
    broken.add(path);
  }

  /** Reports a key rather than its value. */
  void key(String path, String reason, String remedy) {
    add(path, places.key(path).orElseGet(() -> places.of(path)), reason, remedy);
  }

  /**
   * Reports a rule that is not kept.
   *
   * @param involved other paths that the rule looks at
   */
  void rule(String path, String reason, String remedy, String... involved) {
    if (sound(path) && sound(involved)) {
      add(path, places.of(path), reason, remedy);
    }
  }

  /** Whether nothing of these was reported as broken. */
  boolean sound(String... paths) {
    for (String path : paths) {
      if (broken.stream().anyMatch(b -> KeyPath.holds(b, path) || KeyPath.holds(path, b))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the file itself says this, so that it is no default. */
  boolean written(String path) {
    return places.contains(path);
  }

  void mute() {
    muted++;
  }

  void unmute() {
    muted--;
  }

  Places places() {
    return places;
  }

  /** In the order of the file. */
  List<Problem> problems() {
    Comparator<Place> byPlace = Comparator.comparingInt(Place::line).thenComparing(Place::column);
    return problems.stream()
        .sorted(Comparator.comparing(p -> p.place().orElseThrow(), byPlace))
        .toList();
  }

  private void add(String path, Place place, String reason, String remedy) {
    if (muted == 0) {
      problems.add(Problem.of(path, reason, remedy).at(place));
    }
  }
}
