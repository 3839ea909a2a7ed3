package dev.mlestate.inventory;

/** The text of a path to a property, in the notation of Pulumi's detailed diffs. */
final class PropertyPath {
  private PropertyPath() {}

  /** {@code tags} and {@code owner} give {@code tags.owner}; a key with a dot is quoted. */
  static String member(String path, String key) {
    if (key.isEmpty() || key.chars().anyMatch(c -> ".[]\"".indexOf(c) >= 0)) {
      return path + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
    return path.isEmpty() ? key : path + "." + key;
  }

  static String element(String path, int index) {
    return path + "[" + index + "]";
  }
}
