package dev.mlestate.planning;

/** Keeps pods that do not tolerate it off a node. */
public record TaintPlan(String key, String value, Effect effect) {
  /** What happens to such pods. */
  public enum Effect {
    NO_SCHEDULE,
    PREFER_NO_SCHEDULE,
    NO_EXECUTE
  }
}
