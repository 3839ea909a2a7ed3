package dev.mlestate.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each key and each value of one file stands, by {@linkplain KeyPath path}. */
public final class Places {
  /** Where one entry stands; the root and the items of lists have no key. */
  private record Spot(Optional<Place> key, Place value, boolean scalar) {}

  private final String file;
  private final Map<String, Spot> spots;

  private Places(String file, Map<String, Spot> spots) {
    this.file = file;
    this.spots = new LinkedHashMap<>(spots);
  }

  /** The places of a file of which nothing is known but its name. */
  public static Places empty(String file) {
    return new Places(file, Map.of());
  }

  /** The file, as it was named by who asked to read it. */
  public String file() {
    return file;
  }

  /** Whether the file itself holds this path (and not a default). */
  public boolean contains(String path) {
    return spots.containsKey(path);
  }

  /** Where the key stands, if the path is in the file and ends in a key. */
  public Optional<Place> key(String path) {
    return Optional.ofNullable(spots.get(path)).flatMap(Spot::key);
  }

  /** Where the value begins, if the path is in the file. */
  public Optional<Place> value(String path) {
    return Optional.ofNullable(spots.get(path)).map(Spot::value);
  }

  /**
   * The place to point at for this path: a scalar's value, a collection's key, and for what is not
   * in the file (a default, a missing key) whatever holds it.
   */
  public Place of(String path) {
    Optional<String> current = Optional.of(path);
    while (current.isPresent()) {
      Spot spot = spots.get(current.get());
      if (spot != null) {
        return spot.scalar() ? spot.value() : spot.key().orElse(spot.value());
      }
      current = KeyPath.parent(current.get());
    }
    return new Place(file, 1, 1);
  }

  /** Gives a place to each problem that has none. */
  public List<Problem> locate(List<Problem> problems) {
    return problems.stream().map(p -> p.place().isPresent() ? p : p.at(of(p.path()))).toList();
  }

  static final class Builder {
    private final String file;
    private final Map<String, Spot> spots = new LinkedHashMap<>();

    Builder(String file) {
      this.file = file;
    }

    void add(String path, Optional<Place> key, Place value, boolean scalar) {
      spots.put(path, new Spot(key, value, scalar));
    }

    Places build() {
      return new Places(file, spots);
    }
  }
}
