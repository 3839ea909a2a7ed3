package dev.mlestate.simulated.fault;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts with a {@code *} for any characters; several are separated by {@code |}. Case counts.
 *
 * @param text as it was written
 */
public record Glob(String text) {
  /** Matches everything. */
  public static final Glob ANY = new Glob("*");

  /** Whether the whole text is one that is meant. */
  public boolean matches(String candidate) {
    return Arrays.stream(text.split("\\|", -1))
        .anyMatch(each -> Pattern.matches(expression(each), candidate));
  }

  private static String expression(String glob) {
    return Arrays.stream(glob.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
