package dev.mlestate.simulated.check;

/**
 * What a number may be; a side without a bound is infinite.
 *
 * @param argument as a table writes it: {@code 1..5}, {@code 1..} or {@code ..5}
 */
record Bounds(String argument, double low, double high) {
  static Bounds of(String argument) {
    String[] sides = argument.split("\\.\\.", 2);
    return new Bounds(
        argument,
        sides[0].isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(sides[0]),
        sides[1].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(sides[1]));
  }

  boolean hold(double number) {
    return number >= low && number <= high;
  }

  @Override
  public String toString() {
    String[] sides = argument.split("\\.\\.", 2);
    if (sides[0].isEmpty()) {
      return "at most " + sides[1];
    }
    return sides[1].isEmpty() ? "at least " + sides[0] : "from " + sides[0] + " to " + sides[1];
  }
}
