package dev.mlestate.benchmark;

/**
 * What a figure is held against.
 *
 * @param text what is demanded
 * @param unit of both numbers
 * @param wanted the limit
 * @param measured what was reached
 * @param atLeast whether the limit is the least that is demanded; else it is the most
 */
record Goal(String text, String unit, double wanted, double measured, boolean atLeast) {
  static Goal atLeast(String text, String unit, double wanted, double measured) {
    return new Goal(text, unit, wanted, measured, true);
  }

  static Goal atMost(String text, String unit, double wanted, double measured) {
    return new Goal(text, unit, wanted, measured, false);
  }

  boolean met() {
    return atLeast ? measured >= wanted : measured <= wanted;
  }
}
