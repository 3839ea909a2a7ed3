package dev.mlestate.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate nearest to the word by edits (insert, delete, change, swap of neighbours; case
   * does not count), or none if more than a third of the longer word would have to change. Of
   * equally near ones, the first.
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    Optional<String> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int longer = Math.max(word.length(), candidate.length());
      // Words of very different length cannot be near; do not measure what may be huge.
      if (Math.abs(word.length() - candidate.length()) > longer / 3) {
        continue;
      }
      int edits = edits(lower, candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest && edits <= Math.max(1, longer / 3) && edits < longer) {
        fewest = edits;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** {@code did you mean X?}, or else what there is to choose from. */
  public static String remedy(String word, Collection<String> candidates) {
    return of(word, candidates)
        .map(nearest -> "did you mean " + nearest + "?")
        .orElseGet(
            () ->
                candidates.isEmpty()
                    ? "remove it"
                    : "use "
                        + (candidates.size() == 1 ? "" : "one of ")
                        + String.join(", ", candidates));
  }

  /** The optimal string alignment distance. */
  private static int edits(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }
}
