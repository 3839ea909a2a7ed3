package dev.mlestate.model;

import com.fasterxml.jackson.databind.JsonNode;

/** How many machines a slice of TPUs has, as far as its topology alone can say. */
final class TpuHosts {
  /** Chips of the largest machine with two dimensions, and of every other machine. */
  private static final int LARGE = 8;

  private static final int USUAL = 4;

  /** No slice has so many; the planner refuses it by its topology. */
  private static final int MOST = 5000;

  private TpuHosts() {}

  /** 1 where the topology is none. */
  static int of(JsonNode tpu) {
    String topology = tpu.path("topology").asText();
    if (!Format.TOPOLOGY.matches(topology)) {
      return 1;
    }
    long chips = 1;
    for (String size : topology.split("x", -1)) {
      chips *= Integer.parseInt(size);
    }
    boolean flat = !tpu.path("type").asText().equals(TpuGeneration.V5P.word());
    return chips <= (flat ? LARGE : USUAL) ? 1 : (int) Math.min(MOST, chips / USUAL);
  }
}
