package dev.mlestate.problem;

import java.util.Optional;

/**
 * One thing that is wrong with an input.
 *
 * @param path the key's path in the file, such as {@code clusters[0].nodePools[1].nodes.max}; empty
 *     for the whole file
 * @param place where the key or value stands, when it stands in a file
 * @param reason what is wrong, as one sentence without a full stop at its end
 * @param remedy what to do about it, such as the nearest right value
 */
public record Problem(String path, Optional<Place> place, String reason, Optional<String> remedy) {
  public static Problem of(String path, String reason) {
    return new Problem(path, Optional.empty(), reason, Optional.empty());
  }

  public static Problem of(String path, String reason, String remedy) {
    return new Problem(path, Optional.empty(), reason, Optional.of(remedy));
  }

  public Problem at(Place where) {
    return new Problem(path, Optional.of(where), reason, remedy);
  }
}
