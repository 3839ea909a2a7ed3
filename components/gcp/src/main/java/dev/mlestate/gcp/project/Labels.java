package dev.mlestate.gcp.project;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tags in the form of Google's labels: lower-case letters, digits, hyphens and underscores, 63
 * characters at the most (Resource Manager documentation, "Labels overview: Requirements for
 * labels"; general knowledge, not read).
 */
public final class Labels {
  private static final int LONGEST = 63;

  private Labels() {}

  /** What a label cannot hold becomes an underscore, and the end of a long value is left out. */
  public static Map<String, String> of(Map<String, String> tags) {
    Map<String, String> labels = new TreeMap<>();
    tags.forEach((key, value) -> labels.put(text(key), text(value)));
    return labels;
  }

  /** One key or value. */
  public static String text(String tag) {
    String allowed = tag.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    return allowed.substring(0, Math.min(LONGEST, allowed.length()));
  }
}
