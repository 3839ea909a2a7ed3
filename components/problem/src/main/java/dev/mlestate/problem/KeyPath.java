package dev.mlestate.problem;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths of keys, such as {@code clusters[0].nodePools[1].nodes.max}; the root's is empty. A key
 * with other characters than letters, digits, {@code _} and {@code -} is quoted: {@code
 * usage["a.b"]}.
 */
public final class KeyPath {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  private KeyPath() {}

  /** The path of a key in a mapping. */
  public static String child(String parent, String key) {
    if (!PLAIN.matcher(key).matches()) {
      return parent + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
    return parent.isEmpty() ? key : parent + "." + key;
  }

  /** The path of an item in a list; the first item has index 0. */
  public static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }

  /** The path of what holds this one; empty for the root. */
  public static Optional<String> parent(String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    int start = 0;
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == '.') {
        start = i;
      } else if (c == '[') {
        start = i;
        i = endOfBracket(path, i);
      }
      i++;
    }
    return Optional.of(path.substring(0, start));
  }

  /** Whether the first path is the second or holds it. */
  public static boolean holds(String outer, String inner) {
    return outer.isEmpty()
        || inner.equals(outer)
        || (inner.startsWith(outer)
            && (inner.charAt(outer.length()) == '.' || inner.charAt(outer.length()) == '['));
  }

  private static int endOfBracket(String path, int open) {
    int i = open + 1;
    boolean quoted = i < path.length() && path.charAt(i) == '"';
    if (!quoted) {
      int close = path.indexOf(']', i);
      return close < 0 ? path.length() : close;
    }
    i++;
    while (i < path.length() && path.charAt(i) != '"') {
      i += path.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
