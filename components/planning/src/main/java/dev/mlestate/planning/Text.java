package dev.mlestate.planning;

import java.util.List;
import java.util.Locale;

/** How planners word numbers and lists. */
public final class Text {
  private Text() {}

  /** 16379 as 16,379. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** 80.0 as 80, 22.35 as it is. */
  public static String number(double number) {
    return number == Math.rint(number)
        ? number((long) number)
        : String.format(Locale.ROOT, "%,.2f", number).replaceAll("0+$", "");
  }

  /** 1 node, 2 nodes. */
  public static String count(long number, String one) {
    return number(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** a, b or c. */
  public static String or(List<String> items) {
    return join(items, " or ");
  }

  /** a, b or 3 more. */
  public static String orMore(List<String> items, int most) {
    if (items.size() <= most) {
      return or(items);
    }
    return String.join(", ", items.subList(0, most)) + " or " + (items.size() - most) + " more";
  }

  /** a, b and c. */
  public static String and(List<String> items) {
    return join(items, " and ");
  }

  private static String join(List<String> items, String last) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1))
        + last
        + items.get(items.size() - 1);
  }
}
