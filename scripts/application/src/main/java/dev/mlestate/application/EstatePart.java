package dev.mlestate.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mlestate.problem.Problem;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node pool or a serving of an environment's document.
 *
 * @param cluster index of the pool's cluster; empty for a serving
 */
record EstatePart(Optional<Integer> cluster, int index) {
  static final Comparator<EstatePart> LAST_FIRST =
      Comparator.comparingInt(EstatePart::index).reversed();

  private static final Pattern POOL =
      Pattern.compile("clusters\\[([0-9]+)]\\.nodePools\\[([0-9]+)].*");
  private static final Pattern SERVING = Pattern.compile("serving\\[([0-9]+)].*");

  /** The part that a problem is about, if it is about one. */
  static Optional<EstatePart> of(Problem problem) {
    Matcher pool = POOL.matcher(problem.path());
    if (pool.matches()) {
      return Optional.of(
          new EstatePart(
              Optional.of(Integer.parseInt(pool.group(1))), Integer.parseInt(pool.group(2))));
    }
    Matcher serving = SERVING.matcher(problem.path());
    return serving.matches()
        ? Optional.of(new EstatePart(Optional.empty(), Integer.parseInt(serving.group(1))))
        : Optional.empty();
  }

  JsonNode in(ObjectNode document) {
    return parent(document).path(index);
  }

  void remove(ObjectNode document) {
    ((ArrayNode) parent(document)).remove(index);
  }

  private JsonNode parent(ObjectNode document) {
    return cluster
        .map(c -> document.path("clusters").path(c).path("nodePools"))
        .orElseGet(() -> document.path("serving"));
  }
}
